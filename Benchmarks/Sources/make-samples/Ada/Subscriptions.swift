import Seeded

/// How an outline is spelled: every way of these is met in the wild.
enum Spelling: Sendable {
  case plain
  /// `<outline …></outline>`.
  case paired
  /// Paired, with a line between.
  case pairedOverLines
  /// An attribute to a line.
  case attributesOverLines
  /// `xmlurl` and `htmlURL`.
  case wrongCase
  /// Nothing but text and address.
  case bare
}

/// One line of Ada's list.
indirect enum Entry: Sendable {
  case folder(String, [Entry])
  /// A folder whose text and title differ.
  case named(text: String, title: String, [Entry])
  /// A feed by its slug; `address` where this place spells it another way, `extra` for attributes
  /// of other readers.
  case feed(String, Spelling = .plain, address: String? = nil, extra: String = "")
  case comment(String)
  /// An outline that is no feed, as it stands.
  case raw(String)
}

/// Ada's list as OPML 2.0, by hand in its shape and by the cast in its addresses.
struct Subscriptions {
  let sources: [String: Source]

  init(_ sources: [Source]) {
    self.sources = Dictionary(sources.map { ($0.slug, $0) }) { first, _ in first }
  }

  var text: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- Written by Lantern 3.1, an invented reader; touched up by hand since. -->
    <opml version="2.0" xmlns:lantern="https://lantern.example/opml">
    \t<head>
    \t\t<title>Ada Birch&apos;s subscriptions &amp; asides</title>
    \t\t<dateCreated>Sat, 01 Jul 2023 09:12:00 +0000</dateCreated>
    \t\t<dateModified>Sun, 31 May 2026 21:40:00 +0000</dateModified>
    \t\t<ownerName>Ada Birch</ownerName>
    \t\t<ownerEmail>ada@birch.example</ownerEmail>
    \t\t<expansionState>0,1,7</expansionState>
    \t</head>
    \t<body>
    \(Self.entries.map { text(of: $0, depth: 2) }.joined(separator: "\n"))
    \t</body>
    </opml>

    """
  }

  private func text(of entry: Entry, depth: Int) -> String {
    let indent = String(repeating: "\t", count: depth)
    switch entry {
    case .folder(let name, let inside):
      return folder("text=\"\(name.xml)\" title=\"\(name.xml)\"", inside, depth: depth)
    case .named(let text, let title, let inside):
      return folder("text=\"\(text.xml)\" title=\"\(title.xml)\"", inside, depth: depth)
    case .comment(let words): return "\(indent)<!-- \(words) -->"
    case .raw(let outline): return indent + outline
    case .feed(let slug, let spelling, let address, let extra):
      guard let source = sources[slug] else { preconditionFailure("nobody is called \(slug)") }
      return outline(source, spelling, address: address ?? source.feed, extra, indent)
    }
  }

  private func folder(_ attributes: String, _ inside: [Entry], depth: Int) -> String {
    let indent = String(repeating: "\t", count: depth)
    let lines = inside.map { text(of: $0, depth: depth + 1) }
    return (["\(indent)<outline \(attributes)>"] + lines + ["\(indent)</outline>"])
      .joined(separator: "\n")
  }

  private func outline(
    _ source: Source, _ spelling: Spelling, address: String, _ extra: String, _ indent: String
  ) -> String {
    let created = source.followed.map { " created=\"\(Moment.daysAgo($0).rfc822())\"" } ?? ""
    let (title, site) = (source.title.xml, source.site.xml)
    let head = "<outline type=\"rss\" text=\"\(title)\" title=\"\(title)\""
    let tail = " xmlUrl=\"\(address.xml)\" htmlUrl=\"\(site)\"\(created)\(extra)"
    switch spelling {
    case .plain: return indent + head + tail + "/>"
    case .paired: return indent + head + tail + "></outline>"
    case .pairedOverLines: return indent + head + tail + ">\n" + indent + "</outline>"
    case .bare: return indent + "<outline text='\(title)' xmlUrl='\(address.xml)' />"
    case .wrongCase:
      let wrong = " xmlurl=\"\(address.xml)\" htmlURL=\"\(site)\"\(created)\(extra)"
      return indent + "<outline Text=\"\(title)\" type=\"rss\"\(wrong) />"
    case .attributesOverLines:
      let lines = (head + tail).replacing("\" ", with: "\"\n\(indent)         ")
      return indent + lines + "\n\(indent)/>"
    }
  }
}
