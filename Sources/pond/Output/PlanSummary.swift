import PondGraph

/// What a plan comes to, in ten lines at eighty columns: today and within the person's capacity, what
/// could go, what is not known, what was paid for variety, how good the choice is, and how it was
/// reckoned. What is unknown stands at the end of a line and is never cut off.
struct PlanSummary {
  let plan: Pond.RecommendedPlan
  let width: Int
  private var pond: RecommendedPond { plan.pond }

  private static let names = 15

  /// The lines; each fits the width, and what does not goes on below.
  var lines: [String] {
    rows.flatMap { name, text in
      let parts = Words.wrap(text, to: max(20, width - Self.names))
      return parts.enumerated().map { number, part in
        Width.pad(number == 0 ? name : "", to: Self.names) + part
      }
    }
  }

  /// What each line is about, and what it says.
  var rows: [(name: String, text: String)] {
    let rows: [(String, String)?] = [
      ("today", Self.today(plan.now)), ("close ring", close), ("stream", stream),
      ("your room", Self.room(pond.room)), ("could go", Self.going(plan)),
      unknown.map { ("not yet known", $0) }, variety.map { ("variety", $0) },
      certificate.map { ("choice", $0) },
      ("reckoned", "reading at \(Words.figure(Pond.wordsPerMinute)) words a minute, assumed"),
    ]
    return rows.compactMap { $0 }
  }

  private var close: String {
    if pond.unknown.nothingIsKnown, !pond.unknown.all.isEmpty {
      return "nobody yet: of nobody is it known what you read"
    }
    return Self.sum(pond.closeTotals)
  }

  private var stream: String {
    pond.stream.isEmpty ? "nobody" : Self.sum(pond.streamTotals) + ", to dip into"
  }

  private var unknown: String? {
    let unknown = pond.unknown
    guard !unknown.all.isEmpty else { return nil }
    let trial =
      unknown.onTrial.isEmpty
      ? "" : "; \(Words.grouped(unknown.onTrial.count)) on trial, \(Self.time(unknown.trialTotals))"
    return "\(Self.sum(unknown.totals, of: plan.now.accounts))\(trial)"
  }

  private var variety: String? {
    pond.diversity.coming.isEmpty ? nil : Self.variety(pond.diversity)
  }

  private var certificate: String? {
    guard !pond.close.isEmpty else { return nil }
    return Self.certificate(pond)
  }
}

extension PlanSummary {
  /// What some accounts ask for; what is not known of it is said and never 0.
  /// - Parameter whole: of how many accounts they are, where that is told.
  static func sum(_ totals: Totals, of whole: Int? = nil) -> String {
    let accounts =
      whole.map { "\(Words.grouped(totals.accounts)) of \(Words.grouped($0))" }
      ?? Words.count(totals.accounts, "account")
    if totals.isUnknown { return "\(accounts), what they post is unknown" }
    let known =
      "\(accounts), \(Words.figure(totals.postsPerWeek)) posts a week, "
      + "\(time(totals))"
    guard totals.unseen > 0 else { return known }
    return known
      + "; unknown for \(Words.grouped(totals.unseen)) of \(Words.grouped(totals.accounts))"
  }

  /// What is followed now; of more than anybody can follow it is said that they are too many.
  static func today(_ totals: Totals) -> String {
    let most = RecommendedPond.mostFollowed
    guard totals.accounts > most else { return sum(totals) }
    return "\(sum(totals)); more than \(Words.grouped(most)) is more than anybody can follow"
  }

  /// The minutes a day.
  static func time(_ totals: Totals) -> String {
    "\(Words.figure(totals.minutesPerDay)) minutes a day"
  }

  /// What there is room for, and where that is from.
  static func room(_ room: ReadingRoom) -> String {
    let size = "\(Words.count(room.size, "account"))\(from(room.sizeOrigin))"
    switch room.budget {
    case .minutesPerDay(let minutes):
      return "\(Words.figure(minutes)) minutes a day\(from(room.budgetOrigin)), \(size)"
    case .postsPerWeek(let posts):
      return "\(Words.figure(posts)) posts a week\(from(room.budgetOrigin)), \(size)"
    }
  }

  /// What is said where a close ring is stayed with.
  static let kept = "Pond stays with this close ring while no other is clearly better."
  /// What is said when that was taken back.
  static let keptNoMore = "Taken back: the close ring is chosen as before."

  private static func from(_ origin: ReadingRoom.Origin) -> String {
    switch origin {
    case .usual: " (default)"
    case .remembered: " (remembered)"
    case .said: ""
    }
  }

  /// Whom the suggestions would let go, archive or thin, and what that frees.
  static func going(_ plan: Pond.RecommendedPlan) -> String {
    let parts = plan.sections.compactMap { section -> String? in
      let count = Words.grouped(section.overviews.count)
      guard !section.overviews.isEmpty else { return nil }
      switch section.verdict {
      case .letGo: return "\(count) to let go"
      case .archive: return "\(count) to archive"
      case .thin: return "\(count) to thin"
      case .keep, .repair, .wait: return nil
      }
    }
    guard !parts.isEmpty else { return "nobody, by what is known" }
    return "\(Words.list(parts)): \(freed(by: plan.sections.filter { $0.verdict.frees }))"
  }

  // What nobody looked at frees nobody knows what (I10).
  private static func freed(by sections: [Pond.RecommendedPlan.Section]) -> String {
    let unseen = sections.reduce(0) { $0 + $1.unseen }
    let accounts = sections.reduce(0) { $0 + $1.overviews.count }
    guard unseen < accounts else { return "what that frees is unknown" }
    let minutes = sections.reduce(0) { $0 + $1.freed.minutesPerDay }
    return "\(Words.figure(minutes)) minutes a day"
      + (unseen > 0 ? "; unknown for \(Words.grouped(unseen)) of \(Words.grouped(accounts))" : "")
  }

  /// What diversity cost and bought.
  static func variety(_ diversity: RecommendedPond.Diversity) -> String {
    guard !diversity.coming.isEmpty else { return "it cost nothing: the list that gives most" }
    let paid = "paid \(Words.figure(diversity.paid * 100)) in 100 of what it gives for "
    let bought = [
      more(diversity.voices, "voice"), more(diversity.topics, "topic"),
      more(diversity.communities, "group"),
    ].compactMap { $0 }
    guard !bought.isEmpty else {
      return paid + "\(Words.count(diversity.coming.count, "other voice")) of more variety"
    }
    return paid + Words.list(bought)
  }

  private static func more(_ number: Int, _ thing: String) -> String? {
    number > 0 ? "\(Words.grouped(number)) more \(thing)\(number == 1 ? "" : "s")" : nil
  }

  /// How good the close ring is at least.
  static func certificate(_ pond: RecommendedPond) -> String {
    guard pond.stream.count + pond.outside.count > 0 else {
      return "there is room for everybody you might keep"
    }
    guard !pond.isBest else { return "no other close ring could give more" }
    return "at least \(Words.atLeast(pond.certificate)) of the most that any could give"
  }
}

extension Verdict {
  /// Whether following it frees anything.
  fileprivate var frees: Bool { [.letGo, .archive, .thin].contains(self) }
}

extension RecommendedPond {
  /// Whether the certificate says that no other is better, but for the rounding of sums.
  var isBest: Bool { certificate > 1 - 1e-6 }
}
