/// Turns edits into stretches that go and bytes that come.
struct OPMLEditPlan {
  private let findings: OPMLFindings
  private var values: OPMLValues
  private var bytes: OPMLBytes { values.bytes }
  private let edits: OPMLEdits
  private let style: OPMLStyle
  /// The outlines that could not be moved.
  private(set) var unmoved: Set<Int> = []
  /// Whether there was nowhere to put something.
  private(set) var hadNoRoom = false

  init(findings: OPMLFindings, values: OPMLValues, edits: OPMLEdits) {
    self.findings = findings
    self.values = values
    self.edits = edits
    style = OPMLStyle(findings, values)
  }

  /// The splices, in order and apart from each other.
  mutating func splices() -> [OPMLSplice] {
    let folders = folders()
    let moves = moves(folders)
    let plan = OPMLCutPlan(
      findings: findings, values: values, marked: edits.cut.union(moves.keys),
      dropsEmptyFolders: edits.dropsEmptyFolders, opened: Set(moves.keys.filter(holdsAccounts)),
      filled: ancestors(of: Set(folders.values)))
    var splices = plan.ranges(bytes).map { OPMLSplice(range: $0, pieces: []) }
    for index in findings.outlines.indices where plan.fates[index] == .stays {
      splices += valueSplices(index)
    }
    splices += arrivals(moves, folders, plan)
    // What comes where something goes stands behind it.
    return splices.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.pieces.count)
        < ($1.range.lowerBound, $1.range.upperBound, $1.pieces.count)
    }
  }

  // MARK: Folders

  // The outermost outline of each name that is a folder and has an end.
  private mutating func folders() -> [String: Int] {
    let wanted = Set(edits.moves.values).union(edits.additions.compactMap(\.folder))
    guard !wanted.isEmpty else { return [:] }
    var folders: [String: Int] = [:]
    for index in findings.outlines.indices {
      let outline = findings.outlines[index]
      guard [.folder, .text].contains(values.kind(of: index)), let name = values.title(of: index),
        wanted.contains(name), OPMLCutPlan.endTag(outline, bytes) != nil
      else { continue }
      if let other = folders[name], findings.outlines[other].depth <= outline.depth { continue }
      folders[name] = index
    }
    return folders
  }

  private func ancestors(of outlines: Set<Int>) -> Set<Int> {
    var all = outlines
    for index in outlines {
      var place = findings.outlines[index].parent
      while let parent = place, all.insert(parent).inserted {
        place = findings.outlines[parent].parent
      }
    }
    return all
  }

  // MARK: What moves

  private mutating func moves(_ folders: [String: Int]) -> [Int: String] {
    var moves: [Int: String] = [:]
    for (index, name) in edits.moves.sorted(by: { $0.key < $1.key }) {
      guard !edits.cut.contains(index), findings.outlines.indices.contains(index) else { continue }
      let around = ancestors(of: [index]).subtracting([index])
      if around.contains(where: { values.title(of: $0) == name }) { continue }
      // What is inside of something that moves goes along with it.
      if around.contains(where: { moves[$0] == name && !holdsAccounts($0) }) { continue }
      if hasKnownEnd(index) {
        moves[index] = name
      } else {
        unmoved.insert(index)
      }
    }
    return moves
  }

  private func hasKnownEnd(_ index: Int) -> Bool {
    let outline = findings.outlines[index]
    guard !outline.flags.contains(.isBrokenOff) else { return false }
    if outline.isPaired { return OPMLCutPlan.endTag(outline, bytes) != nil }
    let slash = outline.startTag.dropLast().last { !bytes[$0].isBlank }
    return outline.element == outline.startTag && slash.map { bytes[$0] } == UInt8(ascii: "/")
  }

  private func holdsAccounts(_ index: Int) -> Bool {
    let end = findings.outlines[index].element.upperBound
    for inner in (index + 1)..<max(findings.outlines.count, index + 1) {
      guard findings.outlines[inner].element.lowerBound < end else { return false }
      if values.kind(of: inner).isAccount { return true }
    }
    return false
  }

  // MARK: Values

  private func valueSplices(_ index: Int) -> [OPMLSplice] {
    [addressSplice(index), weightSplice(index)].compactMap { $0 }
  }

  private func addressSplice(_ index: Int) -> OPMLSplice? {
    guard let address = edits.addresses[index], let known = values.row(index)[.xmlUrl] else {
      return nil
    }
    let place = bytes.trimmed(known.value)
    return OPMLSplice(range: place, pieces: [.text(address.asAttribute)])
  }

  private func weightSplice(_ index: Int) -> OPMLSplice? {
    guard let weight = edits.weights[index] else { return nil }
    let label = "importance/\(Self.figure(weight))"
    let row = values.row(index)
    if let category = row[.category] {
      let place = bytes.trimmed(category.value)
      var reader = values
      let labels = reader.text(place).split(separator: ",").map(String.init).filter {
        !$0.drop { $0 == " " || $0 == "/" }.lowercased().hasPrefix("importance/")
      }
      let text = (labels + [label]).joined(separator: ",")
      return OPMLSplice(range: place, pieces: [.text(text.asAttribute)])
    }
    guard let address = row[.xmlUrl]?.value else { return nil }
    let quote = bytes[address.lowerBound - 1]
    let isQuoted = quote.isQuote && bytes[address.upperBound] == quote
    let place = isQuoted ? address.upperBound + 1 : address.upperBound
    let sign = isQuoted ? String(UnicodeScalar(quote)) : "\""
    return OPMLSplice(
      range: place..<place, pieces: [.text(" category=\(sign)\(label)\(sign)")])
  }

  private static func figure(_ weight: Double) -> String {
    Int(exactly: weight).map(String.init) ?? "\(weight)"
  }

  // The bytes of a stretch with the values within it changed.
  private func pieces(_ range: Range<Int>, of index: Int) -> [OPMLSplice.Piece] {
    var pieces: [OPMLSplice.Piece] = []
    var place = range.lowerBound
    let inner = valueSplices(index).filter { $0.range.lowerBound < range.upperBound }
    for splice in inner.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      pieces.append(.bytes(place..<splice.range.lowerBound))
      pieces += splice.pieces
      place = splice.range.upperBound
    }
    pieces.append(.bytes(place..<range.upperBound))
    return pieces
  }

  // MARK: What arrives

  private struct Newcomer {
    let folder: String?
    let pieces: [OPMLSplice.Piece]
  }

  private mutating func arrivals(
    _ moves: [Int: String], _ folders: [String: Int], _ plan: OPMLCutPlan
  ) -> [OPMLSplice] {
    let moved = moves.sorted { $0.key < $1.key }.map { index, folder in
      Newcomer(folder: folder, pieces: pieces(moving: index))
    }
    let added = edits.additions.map { addition in
      Newcomer(folder: addition.folder, pieces: [.text(style.outline(addition))])
    }
    let arrivals = moved + added
    guard !arrivals.isEmpty else { return [] }
    var splices: [OPMLSplice] = []
    var homeless: [OPMLStyle.Group] = []
    for name in Set(arrivals.map(\.folder)).sorted(by: { $0 ?? "" < $1 ?? "" }) {
      let pieces = arrivals.filter { $0.folder == name }.map(\.pieces)
      if let folder = name.flatMap({ folders[$0] }), plan.fates[folder] == .stays,
        let end = OPMLCutPlan.endTag(findings.outlines[folder], bytes)
      {
        splices.append(style.splice(before: end.lowerBound, within: folder, pieces))
      } else {
        homeless.append((name, pieces))
      }
    }
    guard !homeless.isEmpty else { return splices }
    guard let end = style.endOfList else {
      hadNoRoom = true
      return splices
    }
    return splices + [style.splice(atEnd: end, homeless)]
  }

  private func pieces(moving index: Int) -> [OPMLSplice.Piece] {
    let outline = findings.outlines[index]
    guard holdsAccounts(index), let end = OPMLCutPlan.endTag(outline, bytes) else {
      return pieces(outline.element, of: index)
    }
    return pieces(outline.startTag, of: index) + [.bytes(end)]
  }
}
