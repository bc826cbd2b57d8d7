/// What a post asks of its reader, in minutes (model §3).
package enum ReadingCost {
  /// How many words are read in a minute.
  package static let wordsPerMinute = 240.0
  /// The fewest and the most minutes that a post of known length can ask for.
  package static let bounds = 0.15...20.0

  /// The minutes of a post whose length is not known.
  package static func minutes(of form: PostForm) -> Double {
    switch form {
    case .article: 4
    case .note: 0.2
    case .video: 8
    case .episode: 20
    }
  }

  /// The minutes of one post.
  package static func minutes(of post: ObservedPost) -> Double {
    guard let words = post.words else { return minutes(of: post.form) }
    return min(bounds.upperBound, max(bounds.lowerBound, Double(words) / wordsPerMinute))
  }

  /// The minutes that a post of this account asks for, recent posts counting most; those of an
  /// article where no post was seen.
  package static func minutesPerPost(_ observation: Observation) -> Double {
    // Weights relative to the newest post, so that a long-ended account keeps its own length.
    guard let newest = observation.sightings.last?.age else { return minutes(of: .article) }
    var minutes = 0.0
    var weights = 0.0
    for sighting in observation.sightings {
      let weight = Fading.weight(age: sighting.age - newest)
      minutes += weight * sighting.minutes
      weights += weight
    }
    return minutes / weights
  }

  /// The paragraph that `pond explain` prints.
  package static var explanation: String {
    let forms = PostForm.allCases.map { form in
      "\(form.rawValue) \(Figures.decimal(minutes(of: form), 1))"
    }
    return """
      A post takes words / \(Figures.count(wordsPerMinute)) minutes, at least \
      \(Figures.decimal(bounds.lowerBound, 2)) and at most \(Figures.count(bounds.upperBound)). Where
      its length is not known, by its form:
        \(forms.joined(separator: ", "))
      """
  }
}
