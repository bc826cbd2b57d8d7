package import Foundation

/// An account with what was computed of it and what the person answered: what lists, plans and
/// questions show. It never changes; a class, for lists of thousands are sorted and filtered again and again, and
/// each copy of so many parts would count the references of all of them.
public final class AccountOverview: Sendable {
  /// Who it is.
  public let account: Account
  /// What was computed.
  public let assessment: Assessment
  /// The person's standing answer; nil where none was given.
  public let decision: Decision?
  /// What the person declared of it beyond their answers.
  public let declared: [DeclaredWord]

  /// Its share as the last check put it right; nil where there was no reason to.
  public let corrected: CorrectedShare?

  /// Whether it stays as things stand: by the person's answer, else unless it ended or lies over the
  /// bar.
  package var isKept: Bool {
    if let answer = decision?.answer { return !answer.leavesTheList }
    return ![.letGo, .archive].contains(assessment.verdict)
  }

  /// Whether nothing was seen of its posts, so that waiting is no advice: a question is not a suggestion.
  public var hasNothingToSuggest: Bool {
    decision == nil && assessment.verdict == .wait && assessment.posts == 0
  }

  /// Makes an overview of its parts.
  public init(
    account: Account, assessment: Assessment, decision: Decision?,
    declared: [DeclaredWord] = [], corrected: CorrectedShare? = nil
  ) {
    self.account = account
    self.assessment = assessment
    self.decision = decision
    self.declared = declared
    self.corrected = corrected
  }
}

extension Evidence {
  /// When the person last did something with it, or it went by before their eyes, as far as is known: of a
  /// post, when that was published; nil where nothing is.
  package var lastMet: Date? {
    let post = posts.last { $0.actBits != 0 }?.at
    let acts = written + touched + elsewhere.compactMap(\.last) + tasted.map(\.at)
    return (acts + [post].compactMap { $0 }).max()
  }
}
