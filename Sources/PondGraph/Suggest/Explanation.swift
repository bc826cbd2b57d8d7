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
    /// The six verdicts in the order in which they are decided.
    case verdicts
    /// How the pond is chosen within its caps.
    case choosing
  }

  /// What is explained.
  public let topic: Topic
  /// The text, in lines of at most 78 characters, without a line break at its end.
  public let text: String

  /// Explains a topic.
  public init(_ topic: Topic) {
    self.topic = topic
    text =
      switch topic {
      case .bar: [Bar.explanation, ReadingCost.explanation].joined(separator: "\n\n")
      case .credits: Credits.explanation
      case .signals:
        [
          Statistics.explanation, SignalAndNoise.explanation, SignalToNoiseRatio.explanation,
          Worth.explanation, Rhythm.explanation,
        ].joined(separator: "\n\n")
      case .ladder: Ladder.explanation
      case .verdicts: Ruling.explanation
      case .choosing:
        [PondValue.explanation, ChosenPond.explanation, Rings.explanation]
          .joined(separator: "\n\n")
      }
  }
}

extension Ruling {
  /// The order of decision, in words.
  package static var explanation: String {
    """
    Suggestions are decided in this order; the first that fits is given.
    1. Your word outranks every figure until you take it back.
    2. repair   the address is broken or has moved.
    3. wait     too little could be seen: never looked at; observed for less than
                \(Figures.duration(weeks: Scarcity.trial)); fewer than \(Scarcity.fewestPosts) \
    posts in less than \(Figures.duration(weeks: Scarcity.longEnough)); attention
                leaves a trace less often than \(Figures.percent(Scarcity.leastObservability)); \
    posts in fewer than \(Scarcity.fewestWeeks)
                separate weeks.
    4. archive  it ended by its own rhythm: silent for \(Figures.count(endingGaps)) times the gap \
    that nine
                in ten do not exceed, and for \(Figures.duration(weeks: endingSilence)) at least; \
    a season may
                return within the year.
    5. keep     it posts no more than is free, or words go both ways.
    6. thin or let-go   the chance is at least \(Figures.percent(Certainty.needed)) that its share \
    lies below the
                bar, and \(Figures.duration(weeks: weeksNeeded)) or more were observed: thin from \
    \(Figures.decimal(realSignal, 1)) items
                worth attention a week, else let-go.
    7. keep     otherwise.
    """
  }
}
