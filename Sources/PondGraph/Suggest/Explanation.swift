/// The formulas as the product states them, for `pond explain`. Every number comes from the
/// constant that the code computes with.
public struct Explanation: Hashable, Sendable {
  /// What can be explained.
  public enum Topic: String, Hashable, Sendable, CaseIterable, Codable {
    /// The share that rises with volume.
    case bar
    /// What each act counts.
    case credits
    /// Statistics, posteriors, signal, noise, ratio, rhythm, worth.
    case signals
    /// How far it has come with an account.
    case ladder
    /// The rules in the order in which they decide, printed from the list of rules.
    case verdicts
    /// How the pond is chosen within its caps.
    case choosing
    /// Which post a blind tasting shows next, and what an answer is.
    case tasting
  }

  /// What is explained.
  public let topic: Topic
  /// The text, in lines of at most 78 characters, without a line break at its end.
  public let text: String

  /// Explains a topic.
  /// - Parameter measures: those of the person; where they agreed to others than the model's, these are told
  ///   beside it.
  public init(_ topic: Topic, for measures: Measures = .standard) {
    self.topic = topic
    let own = measures.explanation(of: topic)
    text = [Self.text(of: topic), own].compactMap { $0 }.joined(separator: "\n\n")
  }

  private static func text(of topic: Topic) -> String {
    switch topic {
    case .bar: [Bar.explanation, ReadingCost.explanation].joined(separator: "\n\n")
    case .credits: Credits.explanation
    case .signals:
      [
        Statistics.explanation, SignalAndNoise.explanation, SignalToNoiseRatio.explanation,
        Worth.explanation, Rhythm.explanation, ReadingDepth.explanation,
      ].joined(separator: "\n\n")
    case .ladder: Ladder.explanation
    case .verdicts: Rules.explanation
    case .choosing:
      Self.filled(
        [PondValue.explanation, ChosenPond.explanation, Rings.explanation]
          .joined(separator: "\n\n"))
    case .tasting: TastingLoss.explanation
    }
  }
}

extension Explanation {
  /// The same with every paragraph filled to lines of at most 78 characters: numbers that stand in the
  /// text have lengths of their own. Lines that begin with a blank are formulas, and stay.
  static func filled(_ text: String) -> String {
    var lines: [String] = []
    var isProse = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard !line.isEmpty, !line.hasPrefix(" ") else {
        lines.append(String(line))
        isProse = false
        continue
      }
      for word in line.split(separator: " ") {
        if isProse, let last = lines.last, last.count + 1 + word.count <= 78 {
          lines[lines.count - 1] = last + " " + word
        } else {
          lines.append(String(word))
          isProse = true
        }
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension Rules {
  /// The order of decision, rule by rule.
  package static var explanation: String {
    let head = """
      The rules in their order; the first that decides is followed, and named in
      every case.
      """
    let rules = zip(1..., all).map { number, rule in
      let outcome = rule.outcome.isEmpty ? "" : ": \(rule.outcome)"
      return "\(number). \(rule.name)\(outcome)\n" + indented(rule.paragraph)
    }
    return ([head] + rules).joined(separator: "\n")
  }

  /// Prose in lines of at most 78 characters, three of them blank.
  private static func indented(_ prose: String) -> String {
    var lines: [String] = []
    for word in prose.split(separator: " ") {
      if let line = lines.last, line.count + 1 + word.count <= 78 {
        lines[lines.count - 1] = line + " " + word
      } else {
        lines.append("   " + word)
      }
    }
    return lines.joined(separator: "\n")
  }
}
