package import Foundation
internal import Synchronization

/// A file that came without a place of its own.
package struct BroughtFile: Hashable, Sendable {
  /// What the person calls it, with the folders above it.
  package let name: String
  /// Where it lies for the moment.
  package let place: String

  package init(name: String, place: String) {
    self.name = name
    self.place = place
  }
}

/// A file or folder that a person named.
package struct ImportSource: Sendable {
  /// As the person named it.
  package let path: String
  /// Where it is.
  package let url: URL
  /// What the file is called, whatever it is called where it lies.
  package let name: String
  /// Whether it is a folder.
  package let isFolder: Bool
  /// The whole of a file, mapped when it is large; empty for a folder. A file that was compressed as
  /// it is comes unpacked, JSON in UTF-16 or UTF-32 comes in UTF-8.
  package let bytes: Data
  /// The files of a folder that was brought file by file; nil for anything else.
  let brought: [BroughtFile]?
  private let isMapped: Bool
  private let listing = Listing()

  /// Whether it holds several files: a folder, a zip archive, a compressed tar.
  package var holdsFiles: Bool {
    isFolder || brought != nil || ArchiveReader.isArchive(bytes)
  }

  /// The files it holds; for a single file that one.
  /// - Throws: `ImportFailure` for an archive that cannot be read.
  package func files() throws -> ExportFiles {
    holdsFiles ? try listing.files(of: self) : try ExportFiles(self)
  }

  // The files of a folder or an archive are listed once, whoever asks: a large archive takes a while.
  // (A single file's would hold the source that holds them.) A class, for the copies of a source
  // share it.
  private final class Listing: Sendable {
    private let known = Mutex<ExportFiles?>(nil)

    func files(of source: ImportSource) throws -> ExportFiles {
      try known.withLock { known in
        let files = try known ?? ExportFiles(source)
        known = files
        return files
      }
    }
  }

  /// Opens what the person named, without waiting for anybody at the other end of a pipe.
  /// - Throws: `ImportFailure` when it is not there, not readable, neither file nor folder, empty,
  ///   or larger than `limit` bytes; an archive or a database, which is never in memory as a whole,
  ///   may be sixty times as large.
  package init(path: String, limit: Int = 1 << 30) throws {
    try self.init(path: path, at: path, limit: limit)
  }

  /// Opens a file that the person calls otherwise than it is called where it lies.
  /// - Parameter place: where it lies.
  package init(path: String, at place: String, limit: Int = 1 << 30) throws {
    self.path = path
    brought = nil
    let file = try OpenFile(path: path, at: place)
    isFolder = file.isFolder
    let (written, isMapped) = try file.contents(limit: limit)
    if let single = try Self.unpacked(written, path: path, limit: limit) {
      (bytes, self.isMapped) = (JSONEncoding.plain(single) ?? single, false)
      name = Self.nameInside(path)
      // It lies in no folder, so that nobody looks for what might lie beside it.
      url = URL(fileURLWithPath: place).appendingPathComponent(name)
    } else {
      let plain = JSONEncoding.plain(written)
      (bytes, self.isMapped) = (plain ?? written, isMapped && plain == nil)
      url = URL(fileURLWithPath: place)
      name = URL(fileURLWithPath: path).lastPathComponent
    }
  }

  /// A folder that was brought file by file.
  package init(path: String, files: [BroughtFile]) {
    self.path = path
    url = URL(fileURLWithPath: path)
    name = url.lastPathComponent
    isFolder = false
    bytes = Data()
    brought = files
    isMapped = false
  }

  /// What one compressed file holds (`feeds.opml.gz`); nil for anything else, archives included.
  /// - Throws: `ImportFailure`.
  static func unpacked(_ bytes: Data, path: String, limit: Int) throws -> Data? {
    do {
      guard let single = try ArchiveReader(bytes).singleFile(limit: limit) else { return nil }
      guard !single.isEmpty else { throw ImportFailure.empty(path: path) }
      return single
    } catch let damage as ArchiveDamage {
      throw ImportFailure(damage, path: path)
    }
  }

  private static func nameInside(_ path: String) -> String {
    let name = URL(fileURLWithPath: path).lastPathComponent
    return name.lowercased().hasSuffix(".gz") && name.count > 3 ? String(name.dropLast(3)) : name
  }

  /// Bytes that stand in for a file, for tests and entries of archives.
  package init(path: String, bytes: Data) {
    self.path = path
    url = URL(fileURLWithPath: path)
    name = url.lastPathComponent
    isFolder = false
    brought = nil
    self.bytes = JSONEncoding.plain(bytes) ?? bytes
    isMapped = false
  }

  /// Gives back the memory that the pages of a mapped file take; they are there again when they are
  /// looked at. A reader that goes through a large file once says so now and then.
  package func releasePages() {
    guard isMapped else { return }
    bytes.withUnsafeBytes { all in
      guard let start = UnsafeMutableRawPointer(mutating: all.baseAddress) else { return }
      madvise(start, all.count, MADV_DONTNEED)
    }
  }
}

// An open file, closed when it goes.
private final class OpenFile {
  let path: String
  let isFolder: Bool
  private let place: String
  private let descriptor: CInt
  private let size: Int

  init(path: String, at place: String) throws {
    self.path = path
    self.place = place
    // Without O_NONBLOCK, opening a pipe waits until somebody writes to it.
    descriptor = open(place, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    let code = errno
    isFolder = isKnown && status.st_mode & S_IFMT == S_IFDIR
    size = isKnown ? Int(status.st_size) : 0
    guard isKnown else { throw Self.failure(path, code) }
    guard isFolder || status.st_mode & S_IFMT == S_IFREG else {
      throw ImportFailure.notAFile(path: path)
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  func contents(limit: Int) throws -> (bytes: Data, isMapped: Bool) {
    guard !isFolder else { return (try emptyWhereListable(), false) }
    let mapping = mapped()
    let isReadInPieces = mapping.map(Self.isReadInPieces) ?? false
    let most = isReadInPieces ? limit * 60 : limit
    guard size <= most else {
      throw ImportFailure.tooLarge(path: path, bytes: size, limit: most)
    }
    let bytes = try mapping ?? read(limit: limit)
    guard bytes.contains(where: { !Self.isBlank($0) }) else {
      throw ImportFailure.empty(path: path)
    }
    return (bytes, mapping != nil)
  }

  private func emptyWhereListable() throws -> Data {
    guard let folder = opendir(place) else { throw Self.failure(path, errno) }
    closedir(folder)
    return Data()
  }

  // Mapping costs no memory of its own. A small file is read instead: it costs little, and nobody
  // can pull it from under the reader.
  private func mapped() -> Data? {
    guard size >= 1 << 20 else { return nil }
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { return nil }
    return Data(bytesNoCopy: start, count: size, deallocator: .unmap)
  }

  private static func isReadInPieces(_ bytes: Data) -> Bool {
    ArchiveReader.isArchive(bytes) || bytes.starts(with: "SQLite format 3\0".utf8)
  }

  // To the end, not to the size: files that a kernel makes up have none.
  private func read(limit: Int) throws -> Data {
    var bytes = Data()
    bytes.reserveCapacity(size)
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count == 0 { return bytes }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure(path, errno) }
      bytes.append(contentsOf: piece.prefix(count))
      guard bytes.count <= limit else {
        throw ImportFailure.tooLarge(path: path, bytes: bytes.count, limit: limit)
      }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 && byte > 0x08 || byte == 0x20 }

  private static func failure(_ path: String, _ code: CInt) -> ImportFailure {
    switch code {
    case ENOENT, ENOTDIR, ENAMETOOLONG: .missing(path: path)
    case EACCES, EPERM: .forbidden(path: path)
    // What opening a socket, or a device without a driver, answers.
    case ENXIO, ENODEV: .notAFile(path: path)
    default: .unreadable(path: path, reason: String(cString: strerror(code)).lowercased())
    }
  }
}
