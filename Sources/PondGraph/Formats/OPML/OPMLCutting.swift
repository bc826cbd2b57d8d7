package import Foundation

// What goes when outlines leave: stretches of the original bytes, with their lines.

extension OPMLDocument {
  /// The document without some of its outlines: byte for byte the original outside of the cuts.
  ///
  /// An outline takes its line with it when it stands alone on it, and what is below it, unless a
  /// feed, a newsletter, a command, a search or a link stands there that is to stay: then only its
  /// own tags are cut. A folder stays when it becomes empty, unless `dropsEmptyFolders`; one that
  /// was empty before always stays.
  package func cutting(_ outlines: some Sequence<Int>, dropsEmptyFolders: Bool) -> Data {
    var edits = OPMLEdits()
    edits.cut = Set(outlines)
    edits.dropsEmptyFolders = dropsEmptyFolders
    return applying(edits).bytes
  }
}

/// Which stretches go when some outlines do.
struct OPMLCutPlan {
  enum Fate {
    case stays, losesItsTags, goes
  }

  private let findings: OPMLFindings
  /// What becomes of each outline.
  private(set) var fates: [Fate]

  /// - Parameters:
  ///   - opened: those that leave what is below them where it is, whatever that is.
  ///   - filled: folders that do not become empty, whatever leaves them.
  init(
    findings: OPMLFindings, values: OPMLValues, marked: Set<Int>, dropsEmptyFolders: Bool,
    opened: Set<Int> = [], filled: Set<Int> = []
  ) {
    self.findings = findings
    fates = [Fate](repeating: .stays, count: findings.outlines.count)
    let isNeeded = Self.needed(findings, values, marked: marked)
    for index in findings.outlines.indices {
      if let parent = findings.outlines[index].parent, fates[parent] == .goes {
        fates[index] = .goes
      } else if marked.contains(index) {
        fates[index] = isNeeded[index] || opened.contains(index) ? .losesItsTags : .goes
      }
    }
    if dropsEmptyFolders { dropEmptied(values, filled) }
  }

  // For each outline, whether something below it is to stay. Children come after their parents, so
  // one walk backwards tells.
  private static func needed(
    _ findings: OPMLFindings, _ values: OPMLValues, marked: Set<Int>
  ) -> [Bool] {
    var isNeeded = [Bool](repeating: false, count: findings.outlines.count)
    for index in findings.outlines.indices.reversed() {
      guard let parent = findings.outlines[index].parent else { continue }
      let stays = !marked.contains(index) && isOfUse(values.kind(of: index))
      if stays || isNeeded[index] { isNeeded[parent] = true }
    }
    return isNeeded
  }

  private static func isOfUse(_ kind: OPMLOutline.Kind) -> Bool {
    switch kind {
    case .episode, .comment, .folder, .text: false
    default: true
    }
  }

  private mutating func dropEmptied(_ values: OPMLValues, _ filled: Set<Int>) {
    var hasLost = [Bool](repeating: false, count: fates.count)
    var hasKept = hasLost
    for index in fates.indices.reversed() {
      if filled.contains(index) { hasKept[index] = true }
      let isEmptied = hasLost[index] && !hasKept[index]
      if isEmptied, fates[index] == .stays, values.kind(of: index) == .folder {
        fates[index] = .goes
      }
      guard let parent = findings.outlines[index].parent else { continue }
      // What loses its tags leaves its children to the outline around it.
      if fates[index] == .stays || hasKept[index] { hasKept[parent] = true }
      if fates[index] != .stays { hasLost[parent] = true }
    }
  }

  /// The stretches, in order and apart from each other.
  func ranges(_ bytes: OPMLBytes) -> [Range<Int>] {
    var cuts: [Range<Int>] = []
    var end = 0
    for index in fates.indices {
      let outline = findings.outlines[index]
      if fates[index] == .goes, outline.element.lowerBound >= end {
        cuts.append(outline.element)
        end = outline.element.upperBound
      } else if fates[index] == .losesItsTags {
        cuts.append(outline.startTag)
        if let tag = Self.endTag(outline, bytes) { cuts.append(tag) }
      }
    }
    return Self.joined(cuts.sorted { $0.lowerBound < $1.lowerBound }, bytes)
      .map { Self.withItsLine($0, bytes) }
  }

  /// The end tag of an outline; nil where it has none.
  static func endTag(_ outline: OPMLOutline, _ bytes: OPMLBytes) -> Range<Int>? {
    guard outline.isPaired else { return nil }
    var start = outline.element.upperBound - 1
    while start > outline.startTag.upperBound, bytes[start] != UInt8(ascii: "<") { start -= 1 }
    guard bytes[start] == UInt8(ascii: "<"), bytes[start + 1] == UInt8(ascii: "/") else {
      return nil
    }
    return start..<outline.element.upperBound
  }

  // Cuts with nothing but blanks of one line between them are one cut, so that a line that held
  // several outlines goes with the last of them.
  private static func joined(_ cuts: [Range<Int>], _ bytes: OPMLBytes) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for cut in cuts {
      if let last = joined.last, afterSpaces(bytes, last.upperBound) >= cut.lowerBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, cut.upperBound)
      } else {
        joined.append(cut)
      }
    }
    return joined
  }

  private static func withItsLine(_ cut: Range<Int>, _ bytes: OPMLBytes) -> Range<Int> {
    var start = cut.lowerBound
    while start > 0, isSpace(bytes[start - 1]) { start -= 1 }
    let end = afterSpaces(bytes, cut.upperBound)
    let beginsLine = start == 0 || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D
    guard beginsLine else { return cut }
    switch bytes[end] {
    case 0x0A: return start..<(end + 1)
    case 0x0D: return start..<(end + (bytes[end + 1] == 0x0A ? 2 : 1))
    default: return cut
    }
  }

  private static func afterSpaces(_ bytes: OPMLBytes, _ place: Int) -> Int {
    var end = place
    while isSpace(bytes[end]) { end += 1 }
    return end
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
