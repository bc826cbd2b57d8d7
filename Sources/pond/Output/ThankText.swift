import PondGraph

/// Whom one could answer or thank: each with the reason and the posts that show it.
struct ThankText {
  let thanks: Thanks
  let width: Int

  /// The lines.
  var lines: [String] {
    guard !thanks.people.isEmpty else { return Words.wrap(Self.nothing, to: width) }
    let more = thanks.more > 0 ? ["and \(Words.grouped(thanks.more)) more", ""] : []
    return thanks.people.flatMap(lines(of:)) + more + Words.wrap(Self.closing, to: width)
  }

  private static let nothing = """
    No file tells of words to you that came last, nor of posts of somebody you keep that you marked \
    three times or more without a word to them.
    """

  private static let closing = "For you alone: Pond sends nothing, and nobody has to be answered."

  private func lines(of somebody: Thanks.Somebody) -> [String] {
    let account = somebody.account
    let address = (account.key.profile ?? account.site ?? account.feed)?.masked ?? account.key.shown
    return [
      Hyperlink.text(Sanitize.title(account.name), to: account), "  " + Sanitize.line(address),
    ]
      + Words.wrap(somebody.reason.sentence, to: width - 2).map { "  " + $0 }
      + somebody.posts.flatMap { lines(of: $0.post) } + [""]
  }

  private func lines(of post: Post) -> [String] {
    let day = post.published.map(Moment.day) ?? "(no date) "
    let words = [post.title, post.excerpt].compactMap { $0 }.first(where: Topic.isSaid)
    let shown = Width.cut(
      Sanitize.line(String((words ?? "(no words)").prefix(400))), to: width - 14)
    let link = post.link.map { "              " + Sanitize.line($0.masked) }
    return ["  \(day)  \(shown)"] + (link.map { [$0] } ?? [])
  }
}
