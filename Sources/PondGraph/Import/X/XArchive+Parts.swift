// Whether everything that was announced is there: half of a list is a wrong list.

extension XArchive {
  /// A part that must be there and is not.
  struct MissingPart {
    let path: String
    /// How that is known, as the rest of a sentence.
    let why: String
    /// Whether something would be concluded from its absence. Nothing ever is from who follows.
    let isNeeded: Bool

    init(path: String, why: String) {
      self.path = path
      self.why = why
      let name = XArchiveLayout.fileName(path)
      isNeeded = XArchiveLayout.content(ofFile: name) != "follower"
    }
  }

  /// The parts that the manifest announces, or that stand before a later one, and are not there.
  var missingParts: [MissingPart] {
    layout.isAlone ? [] : missingByManifest + missingByNumber
  }

  private var missingByManifest: [MissingPart] {
    let there = Set(layout.wanted.keys.map(XArchiveLayout.fileName))
    return (manifest?.files ?? []).filter { file in
      let name = XArchiveLayout.fileName(file.path)
      let content = XArchiveLayout.content(ofFile: name)
      return file.count != 0 && Self.needed.contains(content) && !there.contains(name)
    }.map { MissingPart(path: $0.path, why: "the manifest announces it") }
  }

  private var missingByNumber: [MissingPart] {
    let parts = Dictionary(grouping: layout.wanted.keys) { XArchiveLayout.content(ofFile: $0) }
    return parts.sorted { $0.key < $1.key }.flatMap { content, names -> [MissingPart] in
      let numbers = Set(names.map(XArchiveLayout.part))
      // More parts than these nobody has; a number out of a file name is anybody's.
      guard let last = numbers.max(), last < 10_000, Self.needed.contains(content) else {
        return []
      }
      return (0..<last).filter { !numbers.contains($0) }.map { number in
        let stem = content.replacing("_", with: "-") + (number == 0 ? "" : "-part\(number)")
        return MissingPart(path: "\(layout.folder)\(stem).js", why: "part \(last) is there")
      }
    }
  }

  /// The months that `tweet_index.js` announces and that are not there.
  func missingMonths(_ announced: [XArchiveManifest.File]) -> [MissingPart] {
    guard !layout.isAlone else { return [] }
    let there = Set(layout.wanted.keys.map(XArchiveLayout.fileName))
    return announced.filter { file in
      file.path.contains("js/tweets/") && file.count != 0
        && !there.contains(XArchiveLayout.fileName(file.path))
    }.map { MissingPart(path: $0.path, why: "tweet_index.js announces it") }
  }

  private static let needed: Set<String> = [
    "follower", "following", "tweet", "tweets", "community_tweet",
  ]
}
