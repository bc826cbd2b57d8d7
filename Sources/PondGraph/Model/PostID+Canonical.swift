public import Foundation

// Which post an item is, whatever happened to the spelling of its id.

extension PostID {
  /// The identity of an item within its account: its own id, else its link, else title and date,
  /// canonicalised so that an item whose id changed only by scheme, trailing slash or `utm_`
  /// parameters is the same item. Fragments tell the items of one page apart and stay. Blank parts
  /// count as missing. Nil for an item that has none of the three.
  public init?(writtenID: String?, link: String?, title: String?, published: Date?) {
    if let own = writtenID.flatMap(Self.canonical) ?? link.flatMap(Self.canonical) {
      self.init(own)
    } else if let title = title.flatMap(Self.trimmed) {
      self.init("title:\(title)\ndate:\(published.map(Self.seconds) ?? "")")
    } else {
      return nil
    }
  }

  private static func canonical(_ written: String) -> String? {
    guard let text = trimmed(written) else { return nil }
    guard looksLikeHTTP(text) else { return text }
    let form = Address(text).canonical
    guard let mark = text.utf8.firstIndex(of: AddressByte.number),
      !form.utf8.contains(AddressByte.number)
    else { return form }
    let fragment = text[mark...]
    return fragment.count < 2 || fragment.hasPrefix("#utm_") ? form : form + fragment
  }

  private static func looksLikeHTTP(_ text: String) -> Bool {
    let start = text.utf8.prefix(8).lazy.map(AddressByte.lowercased)
    return start.starts(with: "http://".utf8) || start.starts(with: "https://".utf8)
  }

  private static func trimmed(_ text: String) -> String? {
    guard let first = text.utf8.first, let last = text.utf8.last else { return nil }
    // Blanks beyond ASCII take several bytes; most texts neither begin nor end with such.
    if (0x21..<0x80).contains(first), (0x21..<0x80).contains(last) { return text }
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// Whole seconds since 1970, so that the same moment has one spelling.
  private static func seconds(_ date: Date) -> String {
    let whole = date.timeIntervalSince1970.rounded(.down)
    return Int(exactly: whole).map(String.init) ?? "\(whole)"
  }
}
