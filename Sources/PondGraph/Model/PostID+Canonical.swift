public import Foundation

// Which post an item is, whatever happened to the spelling of its id: the names by which sources know
// it, each canonical. Which names are to be trusted, and which posts are one, is told where all of them
// are known (Store/PostJoining.swift).

extension PostID {
  /// The names of an item within its account: its own id and its page, each canonicalised so that an
  /// item whose id changed only by scheme, trailing slash or `utm_` parameters is the same item; else
  /// title and date. A name that is nothing but a host says nothing about which item is meant. Fragments
  /// tell the items of one page apart and stay. Blank parts count as missing. Nil for an item that has
  /// none of the three.
  public init?(writtenID: String?, link: String?, title: String?, published: Date?) {
    let own = writtenID.flatMap(Self.name)
    let page = link == writtenID ? nil : link.flatMap(Self.name)
    if let own {
      self.init(page == nil || page == own ? own : "\(own)\(Self.separator)\(page ?? "")")
    } else if let page {
      self.init(page)
    } else if let title = title.flatMap(Self.trimmed) {
      self.init(Self.name(title: title, published: published))
    } else if let any = (writtenID ?? link).flatMap(Self.trimmed) {
      // The home page and nothing else: the one item of its kind.
      self.init(Self.plain(any))
    } else {
      return nil
    }
  }

  /// The same item, told apart from others in its file that have its id and its page: by title and date.
  /// Its other names are kept, and trusted no more.
  public func toldApart(title: String?, published: Date?) -> PostID {
    PostID(value + String(Self.separator) + Self.name(title: title ?? "", published: published))
  }

  /// Stands between the names of one post. No name contains it.
  static let separator: Character = "\t"

  /// The names of the post.
  public var names: [String] {
    value.split(separator: Self.separator).map(String.init)
  }

  /// Whether a name was made of title and date, for want of a better one.
  static func isOfTitle(_ name: some StringProtocol) -> Bool {
    name.utf8.starts(with: "title:".utf8)
  }

  /// The name that title and date make.
  static func name(title: String, published: Date?) -> String {
    shortened(plain("title:\(title)") + "\ndate:\(published.map(Self.seconds) ?? "")")
  }

  /// One written id or address as a name; nil where it is blank or names no more than a host.
  public static func name(_ written: String) -> String? {
    guard let text = trimmed(written) else { return nil }
    if let network = PostName.network(of: text) { return plain(network.name) }
    guard looksLikeHTTP(text) else { return shortened(plain(text)) }
    let form = withoutWWW(Address(text).canonical)
    guard form.utf8.contains(where: { $0 == AddressByte.slash || $0 == AddressByte.question })
    else {
      let fragment = fragment(of: text)
      return fragment.isEmpty ? nil : shortened(plain(form + fragment))
    }
    guard !form.utf8.contains(AddressByte.number) else { return shortened(plain(form)) }
    return shortened(plain(form + fragment(of: text)))
  }

  // The same page with and without `www.` is one page.
  private static func withoutWWW(_ form: String) -> String {
    form.hasPrefix("www.") ? String(form.dropFirst(4)) : form
  }

  // What stands behind `#`, unless it only counts where a visitor came from.
  private static func fragment(of text: String) -> Substring {
    guard let mark = text.utf8.firstIndex(of: AddressByte.number) else { return "" }
    let fragment = text[mark...]
    return fragment.count < 2 || fragment.hasPrefix("#utm_") ? "" : fragment
  }

  /// A name of more than 4 KB is known by its beginning and its digest.
  private static func shortened(_ name: String) -> String {
    guard name.utf8.count > 4096 else { return name }
    return "\(name.prefix(120))…\(Digest.hex(name.utf8))"
  }

  // No name contains what stands between names.
  private static func plain(_ text: String) -> String {
    guard text.utf8.contains(0x09) else { return text }
    return text.replacing("\t", with: " ")
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
