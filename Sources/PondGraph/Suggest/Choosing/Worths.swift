/// What a person's accounts give beside each other: `w = v·(s + amb)` (model §6), on the scale of
/// what an ordinary account of theirs gives.
package struct Worths: Sendable {
  /// s̄: the mean signal of the accounts whose signal is known, items a week; 0 where none is.
  package let usual: Double

  /// Learns what is usual; the order of the accounts changes nothing.
  package init(_ assessments: some Sequence<Assessment>) {
    // Sorted, so that the sum has the same last bit whatever the order.
    let signals = assessments.compactMap(\.signal).sorted()
    usual = signals.isEmpty ? 0 : signals.reduce(0, +) / Double(signals.count)
  }

  /// w of an account, items a week. With a signal that is not known it enters with what is known of it:
  /// how far it is glimpsed.
  package func worth(_ assessment: Assessment, importance: Double? = nil) -> Double {
    let ambient = Worth.ambient(
      postsPerWeek: assessment.postsPerWeek ?? 0,
      bar: Bar(minutesPerPost: assessment.minutesPerPost, by: assessment.measures), usual: usual,
      ambience: assessment.measures.ambience)
    return Self.emphasis(importance) * ((assessment.signal ?? 0) + ambient)
  }

  /// w of an account with the person's own weight for it.
  package func worth(_ overview: AccountOverview) -> Double {
    worth(overview.assessment, importance: overview.importance)
  }

  /// What a worth is in parts of what is usual; 0 where nothing is usual yet.
  package func relative(_ worth: Double) -> Double { usual > 0 ? worth / usual : 0 }

  /// v: 2 for what the person weighs above 1, ½ below, 1 for 1 and where they said nothing. The
  /// measure is theirs, and says only which way.
  static func emphasis(_ importance: Double?) -> Double {
    guard let importance, importance.isFinite, importance != 1 else { return 1 }
    return importance > 1 ? 2 : 0.5
  }
}

extension AccountOverview {
  /// The weight that the person gave it: by their word to Pond, else in the list of their reader.
  var importance: Double? {
    declared.compactMap(\.weight).first ?? account.importance
  }
}
