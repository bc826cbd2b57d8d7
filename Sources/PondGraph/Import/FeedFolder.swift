import Foundation

/// The files below a folder, in one order whatever the disk's.
struct FeedFolder {
  let path: String

  /// Deeper than this nobody keeps feeds.
  private static let depthLimit = 16
  /// A file larger than this is no feed.
  private static let byteLimit = 64 << 20

  /// A folder's own files.
  struct Group {
    let path: String
    let files: [String]
  }

  /// What stands below a folder.
  struct Listing {
    var folders: [Group] = []
    var unreadable: [Skipped] = []
    /// The folders that were walked, by where they really are: a link back up is walked once.
    fileprivate var walked: Set<String> = []
  }

  /// Every file below, folder by folder, hidden ones left out.
  func listing() -> Listing {
    var listing = Listing()
    walk(path, depth: 0, into: &listing)
    return listing
  }

  /// Whether any file below is of a kind; stops at the first.
  func contains(_ isWanted: (String) -> Bool) -> Bool {
    listing().folders.contains { $0.files.contains(where: isWanted) }
  }

  private func walk(_ folder: String, depth: Int, into listing: inout Listing) {
    let real = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    guard listing.walked.insert(real).inserted else {
      skip(folder, why: "it leads back to a folder that was read already", isLoss: false, &listing)
      return
    }
    guard depth <= Self.depthLimit else {
      skip(folder, why: "it lies deeper than \(Self.depthLimit) folders", isLoss: true, &listing)
      return
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      skip(folder, why: "the folder may not be read", isLoss: true, &listing)
      return
    }
    let paths = names.filter { !$0.hasPrefix(".") }
      .sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
      .map { folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)" }
    sort(paths, of: folder, depth: depth, into: &listing)
  }

  private func sort(
    _ paths: [String], of folder: String, depth: Int, into listing: inout Listing
  ) {
    var files: [String] = []
    var folders: [String] = []
    for path in paths {
      switch Self.kind(of: path) {
      case .typeRegular: files.append(path)
      case .typeDirectory: folders.append(path)
      case nil: skip(path, why: Self.whyNot(path), isLoss: true, &listing)
      default: skip(path, why: "it is neither a file nor a folder", isLoss: false, &listing)
      }
    }
    if !files.isEmpty { listing.folders.append(Group(path: folder, files: files)) }
    for folder in folders { walk(folder, depth: depth + 1, into: &listing) }
  }

  // Names that are no UTF-8 come with marks in place of their bytes, and nothing is called that.
  private static func whyNot(_ path: String) -> String {
    path.contains("\u{FFFD}")
      ? "its name is not in UTF-8, so that Pond cannot open it: rename it" : "it leads nowhere"
  }

  private func skip(_ path: String, why: String, isLoss: Bool, _ listing: inout Listing) {
    listing.unreadable.append(Skipped(what: path, why: why, isLoss: isLoss))
  }

  /// What a path leads to in the end; nil when it leads nowhere.
  private static func kind(of path: String) -> FileAttributeType? {
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: real)
    return attributes?[.type] as? FileAttributeType
  }

  /// The bytes of a file.
  /// - Throws: `ImportFailure` when it may not be read or is too large.
  static func bytes(of path: String) throws -> Data {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    } catch {
      guard FileManager.default.isReadableFile(atPath: path) else {
        throw ImportFailure.forbidden(path: path)
      }
      throw ImportFailure.unreadable(path: path, reason: "the file could not be opened")
    }
    guard bytes.count <= byteLimit else {
      throw ImportFailure.tooLarge(path: path, bytes: bytes.count, limit: byteLimit)
    }
    return try ImportSource.unpacked(bytes, path: path, limit: byteLimit) ?? bytes
  }
}
