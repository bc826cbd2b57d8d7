import PondGraph

/// Who writes about something: each with how often, two posts that show it, and the rung.
struct WhoText {
  let told: WhoWrites
  let width: Int

  /// The lines.
  var lines: [String] {
    guard !told.people.isEmpty else { return Words.wrap(nothing, to: width) }
    let rest = told.count - told.people.count
    return told.people.flatMap(lines(of:))
      + (rest > 0 ? ["and \(Words.grouped(rest)) more (--limit 0 tells all)"] : [])
      + Words.wrap(coverage, to: width)
  }

  /// What the way in which posts were found gives to say; nil where it gives nothing.
  static func notice(_ way: FindingWay) -> String? {
    switch way {
    case .byIndex: nil
    case .byIndexMadeAnew: "The index was made anew; it holds nothing that is not kept elsewhere."
    case .byReading:
      "The pond file cannot be written: every post was read in place of its index."
    }
  }

  private var unseen: Int { told.accounts.kept - told.accounts.seen }

  private var nothing: String {
    let (kept, seen) = told.accounts
    guard kept > 0 else { return "Nobody is followed yet. pond import PATH begins." }
    guard seen > 0 else {
      return "No file shows yet what anybody you keep writes: of \(Words.count(kept, "account")) "
        + "Pond could look at none. pond fetch asks the feeds."
    }
    return "Nobody whose posts Pond knows speaks of “\(Sanitize.title(told.topic.text))”. "
      + coverage
  }

  // Who could not be looked at may well write about it.
  private var coverage: String {
    let kept = Words.count(told.accounts.kept, "account")
    return unseen == 0
      ? "Looked at what is known of all \(kept) you keep."
      : "Of \(Words.grouped(unseen)) of the \(kept) you keep no post is known: they could not be "
        + "looked at."
  }

  private func lines(of somebody: WhoWrites.Somebody) -> [String] {
    let account = somebody.account
    let address = (account.site ?? account.feed ?? account.key.profile)?.masked ?? account.key.shown
    let often = "\(Words.grouped(somebody.matching)) of \(Words.count(somebody.posts, "post"))"
    return [
      Hyperlink.text(Sanitize.title(account.name), to: account), "  " + Sanitize.line(address),
    ]
      + somebody.shown.flatMap(lines(of:))
      + ["  \(often); so far: \(somebody.rung.name)", ""]
  }

  private func lines(of post: Post) -> [String] {
    let day = post.published.map(Moment.day) ?? "(no date) "
    let titled = post.title.flatMap { Topic.isSaid($0) ? $0 : nil }
    let excerpt = post.excerpt.map(told.topic.passage)
    var words = [titled, excerpt].compactMap { $0 }
    // A title that says it itself needs no more words.
    if let titled, told.topic.isWhole(in: titled) { words = [titled] }
    if words.isEmpty { words = ["(no words)"] }
    let link = post.link.map { Sanitize.line($0.masked) }
    return zip(["  \(day)  "] + words.map { _ in indent }, words).map { start, text in
      start + Width.cut(Sanitize.line(String(text.prefix(400))), to: width - 14)
    } + (link.map { [indent + $0] } ?? [])
  }

  private let indent = String(repeating: " ", count: 14)
}
