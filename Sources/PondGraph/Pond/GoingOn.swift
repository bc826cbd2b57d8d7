public import Foundation

extension Pond {
  /// Where a sitting of the review began: with this word and the journal alone it goes on, for whoever
  /// cannot keep it in memory between two questions. What was answered meanwhile, here or elsewhere, belongs
  /// to it.
  public struct SittingStart: Hashable, Sendable {
    /// The number of the newest answer then; 0 where there was none.
    let answers: Int
    /// The number of the newest question that had been passed over then; 0 where there was none.
    let skips: Int
    /// When it began.
    let at: Date
    /// Whom it meets by chance at its end; nil for nobody.
    let chance: AccountID?

    init(answers: Int, skips: Int, at: Date, chance: AccountID?) {
      self.answers = answers
      self.skips = skips
      self.at = at
      self.chance = chance
    }

    /// Reads the word; nil where it is none.
    public init?(_ word: String) {
      let parts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 4, let answers = Int(parts[0]), let skips = Int(parts[1]),
        let at = Self.moment(parts[2]), answers >= 0, skips >= 0
      else { return nil }
      self.init(
        answers: answers, skips: skips, at: at,
        chance: parts[3].isEmpty ? nil : AccountID(parts[3]))
    }

    /// The word: digits, letters and hyphens.
    public var word: String {
      "\(answers)-\(skips)-\(Self.word(of: at))-\(chance?.value ?? "")"
    }

    /// Whole milliseconds, as the pond file has them.
    static func word(of moment: Date) -> String {
      "\(Int(exactly: (moment.timeIntervalSince1970 * 1000).rounded()) ?? 0)"
    }

    /// The moment of such a number; nil for one that no clock shows.
    static func moment(_ word: String) -> Date? {
      guard let number = Int(word), number >= 0, number < 253_402_300_800_000 else { return nil }
      return Date(timeIntervalSince1970: Double(number) / 1000)
    }

    /// Whether it is of this day: what is older begins anew.
    public func isRecent(now: Date) -> Bool { abs(now.timeIntervalSince(at)) < 12 * 3600 }
  }

  /// The newest thing that was done with a question and stands, which is what taking back takes.
  public struct NewestStep: Hashable, Sendable {
    /// Tells it from every other.
    public let word: String
    /// Whom it is about; nil where no file names it any more.
    public let account: Account?
    /// The answer; nil where the question was passed over.
    public let answer: Answer?
  }

  /// The newest answer or skip that stands; nil where there is none.
  public func newestStep() throws -> NewestStep? {
    guard let step = try store.newestStep() else { return nil }
    let account = try store.accounts().first { $0.key == step.account }
    switch step {
    case .answered(let entry):
      return NewestStep(
        word: "a\(entry.number)", account: account, answer: entry.decision.answer)
    case .skipped(let skip):
      return NewestStep(word: "s\(skip.number)", account: account, answer: nil)
    }
  }

  /// Takes back what a person means by its word: the newest answer or skip, and nothing else. Durable when
  /// this returns.
  /// - Returns: what was taken back; nil where something newer was done meanwhile, or nothing stands.
  public func takeBack(_ word: String, now: Date) throws -> TakenBack? {
    guard let newest = try newestStep(), newest.word == word,
      try store.undoStep(at: now) != nil
    else { return nil }
    return TakenBack(account: newest.account, answer: newest.answer)
  }

  /// Goes on with a sitting of the review.
  /// - Parameter start: where it began.
  public func review(_ asking: Asking, from start: SittingStart, now: Date) throws -> Sitting {
    try Sitting(store, asking, from: start, now: now)
  }
}

extension Pond {
  /// Where a tasting began: with this word and the answers that stand it goes on.
  public struct TastingStart: Hashable, Sendable {
    /// The number of the newest answer then; 0 where there was none.
    let number: Int
    /// When it began.
    let at: Date

    init(number: Int, at: Date) {
      self.number = number
      self.at = at
    }

    /// Reads the word; nil where it is none.
    public init?(_ word: String) {
      let parts = word.split(separator: "-").map(String.init)
      guard parts.count == 2, let number = Int(parts[0]), number >= 0,
        let at = SittingStart.moment(parts[1])
      else { return nil }
      self.init(number: number, at: at)
    }

    /// The word: digits and a hyphen.
    public var word: String { "\(number)-\(SittingStart.word(of: at))" }

    /// Whether it is of this day: what is older begins anew.
    public func isRecent(now: Date) -> Bool { abs(now.timeIntervalSince(at)) < 12 * 3600 }
  }

  /// Goes on with a tasting: ages are counted from where it began, so that the post on show stays it.
  /// - Parameter start: where it began.
  public func taste(_ wish: TastingWish, from start: TastingStart) throws -> TastingSitting {
    try TastingSitting(store, wish, from: start, now: start.at)
  }

  /// The number of the newest answer of a tasting that stands; nil where there is none.
  public func newestTasting() throws -> Int? { try store.newestTasting() }
}
