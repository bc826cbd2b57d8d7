/// The one change of the measures for which a person's answers speak most, or why there is none.
///
/// A change is proposed where all of this holds:
/// * Before 20 answers at the least something would have been suggested.
/// * It agrees with more answers than the measures of today, and of those on which the two differ so many
///   fall to it that a coin would do as well at most once in 20 times (sign test: Dixon and Mood, Journal of
///   the American Statistical Association 41, 1946), divided by how many changes of figures were looked at
///   that would suggest something else. A word for a folder is looked at only where five of its own answers
///   ask for it, and is held to once in 20.
/// * Left out one by one, the answers are foretold by what the others would choose, measures of today among
///   it, more often than by the measures of today.
///
/// Among several the one that agrees with most answers is proposed; among equals the first of the grid. The
/// order of the answers changes nothing.
public struct Lesson: Sendable {
  /// How many answers there have to be.
  public static let fewest = 20
  /// The chance of a coin that a change has to beat.
  package static let coin = 0.05

  /// A change, and what speaks for it.
  public struct Proposal: Hashable, Sendable {
    /// The change.
    public let change: MeasureChange
    /// What stands where it would be set; nil for a folder of which nothing was said.
    public let before: MeasureChange?
    /// With how many answers its suggestions agree.
    public let agreeing: Int
    /// How many answers are foretold by what the others would choose.
    public let foretold: Int
    /// Who would be suggested otherwise today, of those without an answer.
    public var turned: [Turned] = []
  }

  /// Somebody of whom something else would be suggested.
  public struct Turned: Hashable, Sendable {
    /// Whom.
    public let account: Account
    /// What is suggested by the measures of today.
    public let before: Verdict
    /// What would be.
    public let after: Verdict
  }

  /// How many answers there are before which something would have been suggested.
  public let answers: Int
  /// With how many of them the suggestions by the measures of today agree.
  public let agreeing: Int
  /// The change; nil where there is nothing to propose.
  public var proposal: Proposal?

  /// Whether there are too few answers to learn from.
  public var isTooEarly: Bool { answers < Self.fewest }

  /// Learns, in O(answers · changes).
  package init(_ hindsight: Hindsight, measures: Measures) {
    let tally = Tally(hindsight)
    answers = hindsight.cases.count
    agreeing = tally.agreeing[0]
    guard answers >= Self.fewest, let place = tally.best else { return }
    let foretold = tally.foretold
    guard foretold > agreeing else { return }
    let change = hindsight.changes[place - 1]
    proposal = Proposal(
      change: change, before: measures.current(change), agreeing: tally.agreeing[place],
      foretold: foretold)
  }

  /// Who would be suggested otherwise, by assessments under both measures, in the order of `accounts`.
  package static func turned(
    among accounts: [Account], before: [Assessment], after: [Assessment]
  ) -> [Turned] {
    let (one, other) = (verdicts(before), verdicts(after))
    return accounts.compactMap { account in
      guard let first = one[account.key], let second = other[account.key], first != second else {
        return nil
      }
      return Turned(account: account, before: first, after: second)
    }
  }

  private static func verdicts(_ assessments: [Assessment]) -> [AccountKey: Verdict] {
    Dictionary(assessments.map { ($0.account, $0.withoutAnswer) }) { first, _ in first }
  }
}

/// Which column agrees with which answer; column 0 is that of the measures of today.
private struct Tally {
  private let agrees: [[Bool]]
  private let isFolderWord: [Bool]
  /// With how many answers each column agrees.
  let agreeing: [Int]

  init(_ hindsight: Hindsight) {
    let columns = hindsight.changes.count + 1
    agrees = (0..<columns).map { column in
      hindsight.cases.map { $0.suggested[column] == $0.said }
    }
    agreeing = agrees.map { $0.count { $0 } }
    isFolderWord =
      [false]
      + hindsight.changes.map { if case .folder = $0 { true } else { false } }
    looked =
      Set(
        (1..<columns).filter { column in
          hindsight.changes[column - 1].isOfFigure
            && hindsight.cases.contains { $0.suggested[column] != $0.suggested[0] }
        }.map { column in hindsight.cases.map { $0.suggested[column] } }
      ).count
  }

  /// How many changes of figures would suggest something else, those that suggest the same counted once.
  private let looked: Int

  /// The column that agrees most, of those that a coin would not match; nil where there is none.
  var best: Int? {
    let better = agreeing.indices.dropFirst().filter { column in
      guard agreeing[column] > agreeing[0] else { return false }
      let won = zip(agrees[column], agrees[0]).count { $0 && !$1 }
      let lost = zip(agrees[column], agrees[0]).count { !$0 && $1 }
      let limit = isFolderWord[column] ? Lesson.coin : Lesson.coin / Double(max(1, looked))
      return SignTest.chance(won: won, lost: lost) <= limit
    }
    return better.max { (agreeing[$0], -$0) < (agreeing[$1], -$1) }
  }

  /// How many answers are foretold by the column that agrees most with all others; among equals the first.
  var foretold: Int {
    agrees[0].indices.count { answer in
      var (best, most) = (0, -1)
      for column in agreeing.indices {
        let others = agreeing[column] - (agrees[column][answer] ? 1 : 0)
        if others > most { (best, most) = (column, others) }
      }
      return agrees[best][answer]
    }
  }
}

/// Whether more won than lost by more than chance.
package enum SignTest {
  /// The chance that a coin, thrown as often, falls to the winning side so often or more:
  /// P(X ≥ won), X ~ Binomial(won + lost, ½) = I_½(won, lost + 1).
  package static func chance(won: Int, lost: Int) -> Double {
    guard won > 0 else { return 1 }
    return BetaDistribution(a: Double(won), b: Double(lost + 1)).chanceBelow(0.5)
  }
}

extension MeasureChange {
  fileprivate var isOfFigure: Bool { if case .folder = self { false } else { true } }
}
