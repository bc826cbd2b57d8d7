/// Tags that were mistyped or forgotten: which two names are meant to be the same, which of the tags
/// of a text are to be read under the name of their other end, and which have none.
struct LooseSpelling {
  /// The names that tags at these indices were meant to have.
  private(set) var corrections: [Int: String] = [:]
  /// The indices of the tags whose elements the text nowhere ends.
  private(set) var unended: Set<Int> = []
  private let recovery: any XMLRecovery
  private var open: [(name: String, start: Int)] = []

  /// Goes through a text once: where an element of an unknown name is ended by a tag of a known
  /// one, the latter says what was meant. Stops at more open elements than `depth`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, recovery: any XMLRecovery, depth: Int) {
    self.recovery = recovery
    var sections = LooseSections(bytes)
    var index = 0
    while let start = bytes.find(UInt8(ascii: "<"), from: index), open.count <= depth {
      if bytes.has("<![CDATA[", at: start) {
        index = sections.section(at: start).end
      } else if bytes.has("<!--", at: start) {
        index = sections.endOfComment(at: start)
      } else if bytes.has("<!", at: start) || bytes.has("<?", at: start) {
        index = LooseSections.endOfDeclaration(bytes, at: start)
      } else {
        let tag = LooseTag(bytes, at: start)
        take(tag, at: start)
        index = tag.end
      }
    }
    // Too deep to be followed to its end, it is not told what has none.
    if open.count <= depth { unended.formUnion(open.lazy.map(\.start)) } else { unended = [] }
  }

  private mutating func take(_ tag: LooseTag, at start: Int) {
    guard tag.isWhole, !tag.name.isEmpty else { return }
    if tag.isClosing {
      end(tag.name)
    } else if !tag.isEmpty, !LooseTag.isVoid(tag.name) {
      if open.last?.name == tag.name, LooseTag.endsItsLike(tag.name) { open.removeLast() }
      open.append((tag.name, start))
    }
  }

  private mutating func end(_ name: String) {
    if let place = open.lastIndex(where: { $0.name == name }) {
      unended.formUnion(open[(place + 1)...].lazy.map(\.start))
      open.removeLast(open.count - place)
      return
    }
    guard let last = open.last else { return }
    let written = XMLName(written: last.name)
    let meant = XMLName(written: name)
    let isAlike = Self.areAlike(last.name, name)
    if recovery.isKnown(meant), !recovery.isKnown(written), isAlike || isRecord(meant) {
      corrections[last.start] = name
      open.removeLast()
    } else if isAlike {
      open.removeLast()
    }
  }

  // What ends as a record and stands right in what holds records began as one.
  private func isRecord(_ name: XMLName) -> Bool {
    guard recovery.isRecord(name), open.count > 1 else { return false }
    return recovery.holdsRecords(XMLName(written: open[open.count - 2].name))
  }

  // MARK: Alike

  /// Whether two names are one but for a slip of the hand: letters in other capitals, a letter or,
  /// in long names, two that are missing, added, changed or swapped, or the end left off.
  static func areAlike(_ one: String, _ other: String) -> Bool {
    let (left, right) = (Array(one.lowercased().utf8), Array(other.lowercased().utf8))
    let (short, long) = (min(left.count, right.count), max(left.count, right.count))
    if left == right { return true }
    guard short >= 3, long <= 40 else { return false }
    if left.starts(with: right) || right.starts(with: left) { return true }
    return distance(left, right) <= (short >= 6 ? 2 : 1)
  }

  /// Optimal string alignment: Levenshtein's distance with swapped neighbours as one step.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var (older, old) = ([Int](), Array(0...right.count))
    for i in left.indices {
      var new = [i + 1]
      for j in right.indices {
        let isSame = left[i] == right[j]
        var best = min(old[j + 1] + 1, new[j] + 1, old[j] + (isSame ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          best = min(best, older[j - 1] + 1)
        }
        new.append(best)
      }
      (older, old) = (old, new)
    }
    return old[right.count]
  }
}

extension XMLName {
  /// The name as it is written in a tag, its namespace unknown.
  init(written: String) {
    let colon = written.firstIndex(of: ":")
    self.init(
      prefix: colon.map { String(written[..<$0]) },
      local: colon.map { String(written[written.index(after: $0)...]) } ?? written)
  }
}
