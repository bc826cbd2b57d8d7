/// How much each act with a post says that the post was worth something, from 0 (nothing) to 1.
/// A value that can be changed; `standard` is the table of the model (§1).
public struct Credits: Hashable, Sendable {
  /// The credits in the order of `ActKind.allCases`.
  private var values: [Double]
  /// What the answers of a blind tasting count; one that is not there is no observation.
  public let tasting: [TastingAnswer: Double]

  /// The model's table.
  public static let standard = Credits([
    .opened: 0.25,
    .read: 0.5, .watched: 0.5,
    .liked: 0.5, .starred: 0.5,
    .saved: 0.8, .reshared: 0.8,
    .replied: 1, .quoted: 1, .wrote: 1,
  ])

  /// The model's table of what a tasting counts (§8.1).
  public static let standardTasting: [TastingAnswer: Double] = [
    .gladly: 0.8, .wouldRead: 0.5, .notForMe: 0,
  ]

  /// Makes a table; an act that is not named counts nothing, and every credit is held in 0…1.
  public init(
    _ table: [ActKind: Double], tasting: [TastingAnswer: Double] = Credits.standardTasting
  ) {
    self.tasting = tasting.mapValues { min(1, max(0, $0)) }
    values = ActKind.allCases.map { kind in
      kind == .seen ? 0 : min(1, max(0, table[kind] ?? 0))
    }
  }

  /// What one act counts. `seen` counts 0 in every table: it is a kind of its own, not reading.
  public subscript(kind: ActKind) -> Double {
    get { values[kind.place] }
    set { values[kind.place] = kind == .seen ? 0 : min(1, max(0, newValue)) }
  }

  /// What the acts on one post count: the largest among them, 0 for none.
  public func credit(of acts: [ActKind]) -> Double {
    credit(of: ActKind.bits(of: acts))
  }

  /// The same of acts as bits, one for each place in `ActKind.allCases`.
  func credit(of acts: UInt16) -> Double {
    var largest = 0.0
    var rest = acts
    while rest != 0 {
      largest = max(largest, values[rest.trailingZeroBitCount])
      rest &= rest - 1
    }
    return largest
  }

  /// The paragraph that `pond explain` prints.
  package static var explanation: String {
    let rows = ActKind.allCases.map { kind in
      "  \(Figures.padded(kind.rawValue, 10)) \(Figures.decimal(Credits.standard[kind], 2))"
    }
    let tasted = TastingAnswer.allCases.map { answer in
      "  \(Figures.padded(answer.rawValue, 10)) "
        + (Credits.standard.tasting[answer].map { Figures.decimal($0, 2) } ?? "nothing")
    }
    return """
      A post counts by the strongest thing you did with it:

      \(rows.joined(separator: "\n"))

      A post that you tasted blind (pond taste) counts by your answer, as if
      attention to it could not be missed; what you really did outranks that:

      \(tasted.joined(separator: "\n"))

      Seen means that it went by, or that it was swept up when many posts of one
      source were marked as read at once. That is never turned into reading.
      """
  }
}
