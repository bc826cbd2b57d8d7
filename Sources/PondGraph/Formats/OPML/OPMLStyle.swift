/// How a document is laid out: its line ends and indentation, and how it writes an outline.
struct OPMLStyle {
  private let findings: OPMLFindings
  private let values: OPMLValues
  private var bytes: OPMLBytes { values.bytes }
  /// The document's line end.
  private let lineEnd: String
  /// One step of its indentation.
  private let step: String
  /// Where its list ends: before `</body>`, or where that is missing, behind the last outline; a `<body/>`
  /// ends where it begins.
  let endOfList: Int?

  init(_ findings: OPMLFindings, _ values: OPMLValues) {
    self.findings = findings
    self.values = values
    let bytes = values.bytes
    lineEnd = Self.lineEnd(bytes)
    step = Self.step(findings, bytes)
    endOfList = Self.endOfList(findings, bytes)
  }

  // MARK: Looking

  private static func lineEnd(_ bytes: OPMLBytes) -> String {
    let feed = bytes.first(0x0A, from: 0)
    if let feed { return bytes[feed - 1] == 0x0D ? "\r\n" : "\n" }
    return bytes.first(0x0D, from: 0) == nil ? "" : "\r"
  }

  private static func endOfList(_ findings: OPMLFindings, _ bytes: OPMLBytes) -> Int? {
    let last = findings.outlines.map { $0.element.upperBound }.max() ?? 0
    if findings.outlines.isEmpty, findings.isBodyEmpty { return findings.body?.lowerBound }
    for name in ["body", "opml"] as [StaticString] {
      var place = last
      while let mark = bytes.first("</", from: place) {
        place = mark + 2
        let isIgnored = findings.ignored.contains { $0.contains(mark) }
        if !isIgnored, bytes.has(name, at: mark + 2) { return mark }
      }
    }
    return nil
  }

  // What a child is indented more than its parent; the first pair that tells.
  private static func step(_ findings: OPMLFindings, _ bytes: OPMLBytes) -> String {
    for outline in findings.outlines {
      guard let parent = outline.parent,
        let inner = indentation(before: outline.element.lowerBound, bytes),
        let outer = indentation(before: findings.outlines[parent].element.lowerBound, bytes),
        inner.hasPrefix(outer), inner.count > outer.count
      else { continue }
      return String(inner.dropFirst(outer.count))
    }
    let first = findings.outlines.lazy
      .compactMap { indentation(before: $0.element.lowerBound, bytes) }.first
    return first?.contains("\t") == true ? "\t" : "  "
  }

  // The blanks before a place that begins its line; nil where something else stands before it.
  private static func indentation(before place: Int, _ bytes: OPMLBytes) -> String? {
    var start = place
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    guard start == 0 || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D else { return nil }
    return String(decoding: bytes.slice(start..<place), as: UTF8.self)
  }

  // MARK: Placing

  /// Puts outlines at the end of a folder, each on a line of its own where the folder's end has one.
  func splice(
    before end: Int, within folder: Int, _ outlines: [[OPMLSplice.Piece]]
  ) -> OPMLSplice {
    guard let outer = Self.indentation(before: end, bytes), end > 0 else {
      return OPMLSplice(range: end..<end, pieces: outlines.flatMap { $0 })
    }
    let child = findings.outlines.indices.first { findings.outlines[$0].parent == folder }
    let inner =
      child.flatMap {
        Self.indentation(before: findings.outlines[$0].element.lowerBound, bytes)
      } ?? outer + step
    let start = end - outer.utf8.count
    return OPMLSplice(range: start..<start, pieces: lines(outlines, inner))
  }

  /// Outlines that come, and the folder that is made for them; nil for the top level.
  typealias Group = (name: String?, pieces: [[OPMLSplice.Piece]])

  /// Puts outlines at the end of the list, below folders that are made for them, and into a body where
  /// there is none yet.
  func splice(atEnd end: Int, _ groups: [Group]) -> OPMLSplice {
    let outer = lineEnd.isEmpty || end == 0 ? nil : Self.indentation(before: end, bytes)
    let start = end - (outer?.utf8.count ?? 0)
    guard findings.outlines.isEmpty else {
      let top = findings.outlines.last { $0.parent == nil }
      let inner = outer.map { outer in
        top.flatMap { Self.indentation(before: $0.element.lowerBound, bytes) } ?? outer + step
      }
      return OPMLSplice(range: start..<start, pieces: pieces(groups, inner))
    }
    let inner = outer.map { $0 + step }
    guard let body = findings.body else {
      let list = pieces(groups, inner.map { $0 + step })
      return OPMLSplice(
        range: start..<start,
        pieces: [.text(line("<body>", inner))] + list + [.text(line("</body>", inner))])
    }
    let list = pieces(groups, inner)
    return findings.isBodyEmpty
      ? splice(opening: body, list, outer) : OPMLSplice(range: start..<start, pieces: list)
  }

  // `<body/>` becomes `<body>` and `</body>` with something between.
  private func splice(
    opening body: Range<Int>, _ list: [OPMLSplice.Piece], _ indent: String?
  ) -> OPMLSplice {
    let tag = bytes.slice(body)
    let name = tag.dropFirst().prefix { $0.isNameByte }
    let end = tag.lastIndex { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") && !$0.isBlank }
    let start = body.lowerBound + (end.map { $0 + 1 } ?? tag.count)
    let close = "\(indent ?? "")</\(String(decoding: name, as: UTF8.self))>"
    return OPMLSplice(
      range: start..<body.upperBound,
      pieces: [.text(">\(indent == nil ? "" : lineEnd)")] + list + [.text(close)])
  }

  // On lines of their own where they have an indentation.
  private func pieces(_ groups: [Group], _ indent: String?) -> [OPMLSplice.Piece] {
    groups.flatMap { group -> [OPMLSplice.Piece] in
      guard let name = group.name else { return lines(group.pieces, indent) }
      return [.text(line(folderTag(name), indent))] + lines(group.pieces, indent.map { $0 + step })
        + [.text(line("</outline>", indent))]
    }
  }

  private func line(_ text: String, _ indent: String?) -> String {
    indent.map { $0 + text + lineEnd } ?? text
  }

  private func lines(
    _ outlines: [[OPMLSplice.Piece]], _ indent: String?
  ) -> [OPMLSplice.Piece] {
    guard let indent else { return outlines.flatMap { $0 } }
    return outlines.flatMap { [.text(indent)] + $0 + [.text(lineEnd)] }
  }

  // MARK: Writing

  private func folderTag(_ name: String) -> String {
    let written = name.asAttribute
    let isTitled = findings.outlines.indices.contains { index in
      values.kind(of: index) == .folder && values.row(index)[.title] != nil
    }
    let folders = findings.outlines.indices.contains { values.kind(of: $0) == .folder }
    let title = isTitled || !folders ? " title=\"\(written)\"" : ""
    return "<outline text=\"\(written)\"\(title)>"
  }

  /// An outline as its neighbours are written: with their attributes in their order, as far as there
  /// is something to put into them.
  func outline(_ addition: OPMLEdits.Addition) -> String {
    let model = findings.outlines.indices.last { values.kind(of: $0) == .feed }
    let names = model.map(attributes) ?? []
    let written = names.isEmpty ? Self.usual : names
    let title = addition.title ?? addition.address
    let quote =
      model.flatMap { values.row($0)[.xmlUrl] }
      .map { bytes[$0.value.lowerBound - 1] == UInt8(ascii: "'") ? "'" : "\"" } ?? "\""
    let cells = written.compactMap { name -> String? in
      let value: String? =
        switch name.lowercased() {
        case "text", "title": title
        case "type": "rss"
        case "xmlurl": addition.address
        default: addition.site
        }
      return value.map { " \(name)=\(quote)\($0.asAttribute)\(quote)" }
    }
    return "<outline\(cells.joined())\(model.map(close) ?? "/>")"
  }

  private static let usual = ["type", "text", "title", "xmlUrl", "htmlUrl"]

  // The names of what an addition can fill, as they are written in the tag of an outline.
  private func attributes(_ index: Int) -> [String] {
    let tag = String(
      decoding: bytes.slice(findings.outlines[index].startTag), as: UTF8.self)
    var names: [String] = []
    for match in tag.matches(of: /\s([A-Za-z]+)\s*=\s*["']/) {
      let name = String(match.output.1)
      let isKnown = Self.usual.contains { $0.lowercased() == name.lowercased() }
      let isNew = !names.contains { $0.lowercased() == name.lowercased() }
      if isKnown, isNew { names.append(name) }
    }
    return names.contains { $0.lowercased() == "xmlurl" } ? names : []
  }

  private func close(_ index: Int) -> String {
    let outline = findings.outlines[index]
    guard !outline.isPaired else { return "></outline>" }
    return bytes[outline.startTag.upperBound - 3] == 0x20 ? " />" : "/>"
  }
}
