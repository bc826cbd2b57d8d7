import PondGraph

/// A change of the measures in words.
enum MeasureText {
  /// One line: `learned  read 0.8`.
  static func line(_ change: MeasureChange) -> String {
    "\(Width.pad("learned", to: 8)) \(Sanitize.line(change.subject)): \(change.value)"
  }

  /// A sentence with what it sets, and what stood there before.
  static func sentence(_ change: MeasureChange, before: MeasureChange?) -> String {
    let before = before.map { "so far \($0.value)" } ?? "so far nothing was said of it"
    return "\(Sanitize.line(said(change))); \(before)."
  }

  private static func said(_ change: MeasureChange) -> String {
    switch change {
    case .price:
      "A post past the free ones costs \(change.value) of an item worth your attention"
    case .allowance: "Every account has \(change.value) minutes a week free"
    case .ambience:
      "Being glimpsed counts at most \(change.value) of what an ordinary account gives you"
    case .credit(let kind, _): "A post that you \(kind.rawValue) counts \(change.value)"
    case .folder(let name, .thin): "Of what costs something in “\(name)” there is less: thin"
    case .folder(let name, _): "What costs something in “\(name)” stays: keep"
    }
  }
}

/// The journal as a person reads it: answers, and changes of the measures where they were made.
struct JournalText {
  let entries: [Pond.JournalLine]
  let learned: [LearnedChange]

  /// The lines, the oldest first.
  var lines: [String] {
    let early = learned.filter { change in
      entries.first.map { change.afterDecision < $0.entry.number } ?? true
    }
    return early.map(Self.line)
      + entries.enumerated().flatMap { place, entry -> [String] in
        let next = place + 1 < entries.count ? entries[place + 1].entry.number : .max
        let here = learned.filter { (entry.entry.number..<next).contains($0.afterDecision) }
        return [DecisionText.journal(entry)] + here.map(Self.line)
      }
  }

  private static func line(_ learned: LearnedChange) -> String {
    "      \(Moment.day(learned.at))  \(MeasureText.line(learned.change))"
  }
}
