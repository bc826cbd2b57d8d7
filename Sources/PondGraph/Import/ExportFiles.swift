import Foundation

/// The files of one input, by name, wherever they lie: in a folder, in an archive, or the one file
/// that the person named. Nothing is unpacked to a disk.
///
/// Names have `/` between folders. What a system or an archiver left behind (`__MACOSX`, `._x`,
/// `.DS_Store`) is not among them. A class, for what it looked up once it keeps.
package final class ExportFiles: Sendable {
  /// Where the files are, as the person named it.
  package let path: String
  /// Every name, in the order of the folder or the archive.
  package let names: [String]
  /// What lies there and is no file, or may not be read.
  package let unreadable: [Skipped]
  private let entries: [String: ArchiveReader.Entry]
  private let store: Store

  private enum Store: Sendable {
    case folder
    case archive(ArchiveReader)
    case brought([String: String])
    case file(ImportSource)
  }

  /// The largest file that is taken into memory.
  static let limit = 1 << 30

  /// Whether the files lie in an archive.
  package var isArchive: Bool {
    if case .archive = store { return true }
    return false
  }

  /// Lists a source's files.
  /// - Throws: `ImportFailure` for an archive that cannot be read.
  init(_ source: ImportSource) throws {
    path = source.path
    if source.isFolder {
      let listing = FeedFolder(path: source.path).listing()
      let start = source.path.hasSuffix("/") ? source.path : source.path + "/"
      names = listing.folders.flatMap(\.files).map { String($0.dropFirst(start.count)) }
        .filter { !Self.isLeftBehind($0) }
      unreadable = listing.unreadable
      entries = [:]
      store = .folder
    } else if let files = source.brought {
      let kept = files.filter { !Self.isLeftBehind($0.name) }
      names = kept.map(\.name).sorted()
      unreadable = []
      entries = [:]
      store = .brought(Dictionary(kept.map { ($0.name, $0.place) }) { first, _ in first })
    } else if ArchiveReader.isArchive(source.bytes) {
      let archive = ArchiveReader(source.bytes)
      let listing = try Self.translating(source.path) { try archive.listing() }
      let files = listing.entries.filter { !Self.isLeftBehind($0.name) }
      names = files.map(\.name)
      entries = Dictionary(files.map { ($0.name, $0) }) { first, _ in first }
      unreadable =
        listing.refused.map {
          Skipped(what: $0, why: "it is no file of this archive's own", isLoss: false)
        }
        + listing.repeated.map {
          Skipped(
            what: $0, why: "the archive holds another file of this name behind it, which counts",
            isLoss: true)
        }
      store = .archive(archive)
    } else {
      names = [source.name]
      entries = [:]
      unreadable = []
      store = .file(source)
    }
  }

  /// The path of a file, for messages: within an archive, the archive's and the name.
  package func path(of name: String) -> String {
    if case .file = store { return path }
    return path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }

  /// The announced size of a file of an archive in bytes; nil where nothing announces it.
  package func size(of name: String) -> Int? {
    if case .file(let source) = store { return name == names.first ? source.bytes.count : nil }
    return entries[name]?.size
  }

  /// Hands over files, whole, in the order in which they lie; for an archive in one pass.
  /// - Throws: `ImportFailure` for a file that cannot be read, and whatever `take` throws.
  package func forEach(
    _ wanted: Set<String>, _ take: (_ name: String, _ source: ImportSource) throws -> Void
  ) throws {
    guard !wanted.isEmpty else { return }
    switch store {
    case .folder:
      for name in names where wanted.contains(name) {
        try take(name, ImportSource(path: path(of: name), limit: Self.limit))
      }
    case .brought(let places):
      for name in names where wanted.contains(name) {
        guard let place = places[name] else { continue }
        try take(name, ImportSource(path: path(of: name), at: place, limit: Self.limit))
      }
    case .file(let source):
      if let name = names.first, wanted.contains(name) { try take(name, source) }
    case .archive(let archive):
      try Self.translating(path) {
        try archive.forEach(wanted.compactMap { entries[$0] }, limit: Self.limit) { entry, bytes in
          try take(entry.name, ImportSource(path: path(of: entry.name), bytes: bytes))
        }
      }
    }
  }

  /// One file, whole; nil where there is none of that name.
  /// - Throws: `ImportFailure` where it cannot be read.
  package func source(of name: String) throws -> ImportSource? {
    var found: ImportSource?
    try forEach([name]) { _, source in found = source }
    return found
  }

  /// Those of some files that are something by a look at each; what cannot be read is nothing. For an
  /// archive in one pass.
  package func names(
    among names: [String], where isOne: (ImportSource) -> Bool
  ) -> Set<String> {
    guard isArchive else {
      return Set(
        names.filter { name in (try? source(of: name)).flatMap { $0 }.map(isOne) ?? false })
    }
    var found: Set<String> = []
    try? forEach(Set(names)) { name, file in
      if isOne(file) { found.insert(name) }
    }
    return found
  }

  // By bytes: archives have names by the hundred thousand.
  private static func isLeftBehind(_ name: String) -> Bool {
    let bytes = name.utf8
    let last = bytes.lastIndex(of: UInt8(ascii: "/")).map(bytes.index(after:)) ?? bytes.startIndex
    let file = bytes[last...]
    if file.starts(with: "._".utf8) { return true }
    if leftBehind.contains(where: { file.elementsEqual($0.utf8) }) { return true }
    guard bytes.contains(UInt8(ascii: "_")) else { return false }
    return name.split(separator: "/").dropLast().contains("__MACOSX")
  }

  private static let leftBehind = [".DS_Store", "Thumbs.db", "desktop.ini"]

  private static func translating<Answer>(
    _ path: String, _ work: () throws -> Answer
  ) throws -> Answer {
    do {
      return try work()
    } catch let damage as ArchiveDamage {
      throw ImportFailure(damage, path: path)
    }
  }
}

extension ImportFailure {
  /// What the damage of an archive means to the person who named it.
  init(_ damage: ArchiveDamage, path: String) {
    switch damage {
    case .damaged(let reason):
      self = .damaged(
        path: path, where: "the archive", reason: "it cannot be unpacked (\(reason))")
    case .encrypted:
      self = .notWhatItClaims(
        path: path, sentence: "this archive is locked with a password",
        advice: "Unpack it yourself, and import the folder.")
    case .hostile(let reason): self = .hostile(path: path, reason: reason)
    case .tooLarge(let name, let bytes, let limit):
      self = .tooLarge(path: "\(path)/\(name)", bytes: bytes, limit: limit)
    }
  }
}
