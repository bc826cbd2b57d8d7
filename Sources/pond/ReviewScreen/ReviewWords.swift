import Foundation
import PondGraph

/// What is said while somebody goes through questions, on the screen and on a plain stream alike.
enum ReviewWords {
  /// What an account is called here.
  static func name(_ account: Account) -> String {
    Sanitize.title(account.name)
  }

  /// Since when, in which folders, under which address: one line.
  static func origin(_ overview: AccountOverview) -> String {
    let account = overview.account
    let folders = account.folders.filter { !$0.isEmpty }
      .map { "“\(Sanitize.title($0.joined(separator: " / ")))”" }
    let address = (account.site ?? account.feed)?.masked ?? account.key.shown
    let parts = [
      since(overview), folders.isEmpty ? nil : "in \(Words.list(folders))", Sanitize.line(address),
    ]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }

  private static func since(_ overview: AccountOverview) -> String {
    if let day = overview.account.followedAt { return "followed since \(Moment.day(day))" }
    guard let seen = overview.assessment.window else { return "since when, no file says" }
    return "since when, no file says; seen from \(Moment.day(seen.from)) on"
  }

  /// What Pond suggests, which is no answer.
  static func suggestion(_ question: Pond.Question) -> String {
    let overview = question.overview
    if let absence = question.absence {
      return "You let it go on \(Moment.day(absence.since)). Missed? k brings it back, l leaves it."
    }
    if let chance = question.chance { return byChance(chance) }
    let verdict = overview.assessment.verdict.rawValue.replacing("-", with: " ")
    if let decision = overview.decision {
      let answer = decision.answer.rawValue.replacing("-", with: " ")
      return "You said \(answer) on \(Moment.day(decision.at)); you may say something else."
    }
    if overview.hasNothingToSuggest {
      return "Nothing was seen, and nothing is suggested. You decide."
    }
    if overview.assessment.suggestion.isQuestion {
      return "Pond suggests nothing, and asks you: do you read it?"
    }
    return "Pond suggests: \(verdict). You decide."
  }

  /// Where there is no question.
  static let nothing = "There is nothing doubtful to ask about."

  /// Where nothing else is to be asked, and a file cannot ask it.
  static func onlyMissed(_ count: Int) -> String {
    "\(nothing) Whether you miss \(Words.count(count, "account")) that you let go, pond review asks."
  }

  /// Where a repair is asked for and no new address is known.
  static let noNewAddress =
    "Nothing says where it is read now: pond decide NAME repair --to ADDRESS"

  // A meeting, and no suggestion: it stays unless the person says otherwise.
  private static func byChance(_ chance: Pond.Chance) -> String {
    guard let kept = chance.keptAt else {
      return "By chance: it has been with you for a while. Still glad of it?"
    }
    return "By chance: you kept it on \(Moment.day(kept)). Still glad of it?"
  }

  /// A post in one line: its day, its words, whether it is off the usual topic.
  static func post(_ remembered: RememberedPost, isOffTopic: Bool) -> String {
    let post = remembered.post
    let day = post.published.map(Moment.day) ?? "(no date) "
    let mark = isOffTopic ? "(off its usual topic) " : ""
    return "\(day)  \(mark)\(Sanitize.line(post.title ?? post.excerpt ?? ""))"
  }

  /// The kind line after an answer (R7).
  static func after(_ answer: Answer, _ account: Account, wasGone: Bool = false) -> String {
    let answered = answer.rawValue.replacing("-", with: " ")
    let word =
      wasGone ? (answer.leavesTheList ? "It stays away." : "Welcome back.") : kindWord(answer)
    return "\(shortName(account)): \(answered). \(word)"
  }

  private static func kindWord(_ answer: Answer) -> String {
    switch answer {
    case .keep: "It stays."
    case .hold: "It stays, and is not asked about again."
    case .thin: "It stays, with less of it."
    case .archive: "It had its time; its address is kept."
    case .letGo: "Thank you for the company."
    case .wait: "There is no hurry."
    case .follow: "The next export adds it."
    case .repair: "The next export writes its new address."
    }
  }

  private static func shortName(_ account: Account) -> String { Width.cut(name(account), to: 30) }

  /// The line after a repair.
  static func afterRepair(_ account: Account, _ address: Address) -> String {
    "\(shortName(account)): repair. The next export writes \(Sanitize.line(address.masked))."
  }

  /// The line after something was passed over.
  static func afterSkip(_ account: Account) -> String {
    "\(shortName(account)) comes again when the others are through."
  }

  /// The line after something was taken back.
  static func after(_ taken: Pond.TakenBack?) -> String {
    guard let taken else { return "There is nothing to take back." }
    let name = taken.account.map(shortName) ?? "somebody no file names any more"
    guard let answer = taken.answer else { return "Taken back: passing over \(name)." }
    return "Taken back: \(answer.rawValue.replacing("-", with: " ")), \(name)."
  }
}
