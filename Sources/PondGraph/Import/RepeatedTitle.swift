/// Tells titles from first words: bridges of microblogs, and readers that want a title for everything,
/// repeat the beginning of the text in its place. Such a post has no title; it is a note.
///
/// Many an article begins with its own heading, and that is a title: there the text starts anew behind
/// it. A title that repeats is cut out of a running sentence, or is the whole text.
enum RepeatedTitle {
  /// A text of so many words is no note, whatever its title.
  static let most = 200

  /// The title, where it is one; nil where it only repeats the text, or where there is none.
  /// - Parameters:
  ///   - excerpt: the first words of the text, cut with `…` where there are more.
  ///   - words: how many words the whole text has; nil where that is not known.
  static func own(_ title: String?, excerpt: String?, words: Int? = nil) -> String? {
    guard let title, let excerpt, words.map({ $0 < most }) ?? true else { return title }
    if repeats(title[...], excerpt) { return nil }
    return withoutSpeaker(title).map { repeats($0, excerpt) } ?? false ? nil : title
  }

  /// What stands behind the name of who speaks, as bridges put it before the words (`ann: Lovely walk`,
  /// `RT by @ann: …`), quotes around it taken off; nil where no such name stands.
  private static func withoutSpeaker(_ title: String) -> Substring? {
    // By bytes, for every post of an import comes here.
    guard let colon = title.utf8.prefix(80).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let rest = title[title.utf8.index(after: colon)...]
    guard rest.utf8.first == UInt8(ascii: " ") else { return nil }
    let said = rest.dropFirst()
    guard let first = said.first, "“\"«„".contains(first) else { return said }
    let inner = said.dropFirst()
    return inner.last.map { "”\"»“".contains($0) } ?? false ? inner.dropLast() : inner
  }

  private static func repeats(_ title: Substring, _ excerpt: String) -> Bool {
    // Hardly any title begins as its text does.
    guard title.utf8.first == excerpt.utf8.first else { return false }
    let (head, isCut) = withoutDots(title)
    let (text, _) = withoutDots(excerpt[...])
    guard !head.isEmpty, !text.isEmpty else { return false }
    // The excerpt may be the shorter one: then the title is the text.
    if head.utf8.count >= text.utf8.count { return head.hasPrefix(text) }
    guard text.hasPrefix(head) else { return false }
    return isCut || goesOn(text[text.index(text.startIndex, offsetBy: head.count)...], after: head)
  }

  // Whether the sentence goes on where the title ends: in the middle of a word, at a comma, or with a
  // small letter.
  private static func goesOn(_ rest: Substring, after head: Substring) -> Bool {
    guard let next = rest.first else { return true }
    if [",", ";", "、", "，"].contains(next) { return true }
    if next.isLetter || next.isNumber {
      return head.last.map { $0.isLetter || $0.isNumber } ?? false
    }
    return next == " " && rest.dropFirst().first?.isLowercase == true
  }

  private static func withoutDots(_ text: Substring) -> (Substring, isCut: Bool) {
    var rest = text
    var isCut = false
    while true {
      if let end = ["…", "...", "[…]", "[...]"].first(where: { rest.hasSuffix($0) }) {
        rest = rest.dropLast(end.count)
        isCut = true
      } else if rest.last?.isWhitespace == true {
        rest = rest.dropLast()
      } else {
        return (rest, isCut)
      }
    }
  }
}
