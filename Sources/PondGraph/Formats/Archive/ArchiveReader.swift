import CLibArchive
package import Foundation

/// Reads zip (Zip64 too) and tar.gz with libarchive, as a stream: nothing is ever put on a disk, and
/// no more is unpacked than what is asked for.
///
/// How far an archive may grow is bounded: no honest export unpacks to more than fifty times its
/// size, and one that is built to do harm is refused before it fills the memory.
package struct ArchiveReader {
  /// A file in an archive.
  package struct Entry: Hashable, Sendable {
    /// Its place, with `/` between folders, and nothing that leads out of the archive.
    package let name: String
    /// Its size as the archive announces it, in bytes; nil where it does not.
    package let size: Int?
    /// Which entry of the archive it is, from 0: it is found again without its name.
    let number: Int
  }

  /// What an archive holds.
  package struct Listing: Sendable {
    /// Its files, in the archive's order; of two of one name the later.
    package var entries: [Entry] = []
    /// Entries that are no files, or whose names lead out of the archive.
    package var refused: [String] = []
    /// Names that several files have, each as often as there is one before the last.
    package var repeated: [String] = []
  }

  private let bytes: Data

  /// How much a small archive may unpack to, and how many times its own size a large one may.
  private static let allowance = 32 << 20
  private static let factor = 50
  /// More entries no export has.
  private static let mostEntries = 1_000_000

  /// Whether the bytes begin as a zip archive or a compressed file do.
  package static func isArchive(_ bytes: Data) -> Bool {
    [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0x1F, 0x8B]].contains {
      bytes.starts(with: $0 as [UInt8])
    }
  }

  /// Takes the whole archive; mapped bytes are read page by page.
  package init(_ bytes: Data) {
    self.bytes = bytes
  }

  /// What it holds.
  /// - Throws: `ArchiveDamage`.
  package func listing() throws(ArchiveDamage) -> Listing {
    var listing = Listing()
    var places: [String: Int] = [:]
    var number = -1
    try walk { pass, entry throws(ArchiveDamage) in
      number += 1
      guard let name = Self.name(of: entry) else {
        listing.refused.append(Self.written(entry) ?? "an entry without a name")
        return true
      }
      switch archive_entry_filetype(entry) {
      case pond_archive_folder: break
      case pond_archive_regular:
        let found = Entry(name: name, size: Self.size(entry), number: number)
        if let place = places[name] {
          listing.entries[place] = found
          listing.repeated.append(name)
        } else {
          places[name] = listing.entries.count
          listing.entries.append(found)
        }
      default: listing.refused.append(name)
      }
      try pass.skip()
      return true
    }
    return listing
  }

  /// Hands over files of its listing, whole, one after the other in the archive's order. What is not
  /// wanted costs no more than being passed; after the last that is, nothing is looked at.
  /// - Parameter limit: the most bytes that one file may have.
  /// - Throws: `ArchiveDamage`, and whatever `take` throws.
  package func forEach(
    _ wanted: [Entry], limit: Int, take: (Entry, Data) throws -> Void
  ) throws {
    var rest = wanted.sorted { $0.number > $1.number }
    guard !rest.isEmpty else { return }
    var failure: (any Error)?
    var number = -1
    try walk { pass, entry throws(ArchiveDamage) in
      number += 1
      guard let next = rest.last, next.number == number else {
        try pass.skip()
        return true
      }
      rest.removeLast()
      let contents = try pass.contents(size: Self.size(entry), name: next.name, limit: limit)
      do {
        try take(next, contents)
      } catch {
        failure = error
        return false
      }
      return !rest.isEmpty
    }
    if let failure { throw failure }
  }

  /// The one file that was compressed as it is (`feeds.opml.gz`), whole; nil for an archive.
  /// - Throws: `ArchiveDamage`.
  package func singleFile(limit: Int) throws(ArchiveDamage) -> Data? {
    guard bytes.starts(with: [0x1F, 0x8B]) else { return nil }
    var single: Data?
    try walk(allowingRaw: true) { pass, _ throws(ArchiveDamage) in
      if pass.isRaw {
        single = try pass.contents(size: nil, name: "the file in it", limit: limit)
      }
      return false
    }
    return single
  }

  // MARK: libarchive

  private func walk(
    allowingRaw: Bool = false,
    _ visit: (inout ArchivePass, OpaquePointer) throws(ArchiveDamage) -> Bool
  ) throws(ArchiveDamage) {
    var damage: ArchiveDamage?
    let locale = pond_archive_enter_utf8()
    defer { pond_archive_leave_utf8(locale) }
    bytes.withUnsafeBytes { raw in
      do throws(ArchiveDamage) {
        var pass = try ArchivePass(
          raw, most: Self.allowance + Self.factor * raw.count, allowingRaw: allowingRaw)
        defer { pass.close() }
        var seen = 0
        while let entry = try pass.next() {
          seen += 1
          guard seen <= Self.mostEntries else { throw .hostile("it has more than a million files") }
          guard try visit(&pass, entry) else { return }
        }
      } catch {
        damage = error
      }
    }
    if let damage { throw damage }
  }

  private static func size(_ entry: OpaquePointer) -> Int? {
    archive_entry_size_is_set(entry) != 0 ? Int(exactly: archive_entry_size(entry)) : nil
  }

  private static func written(_ entry: OpaquePointer) -> String? {
    // Without a locale, libarchive has no UTF-8 to give; then the bytes are taken as they are.
    if let name = archive_entry_pathname_utf8(entry) { return String(cString: name) }
    return archive_entry_pathname(entry).map { String(cString: $0) }
  }

  /// The name in one spelling; nil for one that leads out of the archive or nowhere.
  private static func name(of entry: OpaquePointer) -> String? {
    guard let written = written(entry) else { return nil }
    if isPlain(written.utf8) { return written }
    let parts = written.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." }
    guard !parts.isEmpty, !parts.contains("..") else { return nil }
    return parts.joined(separator: "/")
  }
}

extension ArchiveReader {
  /// Whether a name is in its one spelling already: parts with one `/` between two of them, and none
  /// that begins with a dot.
  private static func isPlain(_ name: String.UTF8View) -> Bool {
    var isStart = true
    for byte in name {
      if byte == UInt8(ascii: "\\") || isStart && (byte == 0x2F || byte == 0x2E) { return false }
      isStart = byte == 0x2F
    }
    return !isStart
  }
}

/// Why an archive could not be read to its end.
package enum ArchiveDamage: Error, Hashable, Sendable {
  /// It ends too early, or its bytes do not fit together; in libarchive's words.
  case damaged(String)
  /// It is locked with a password.
  case encrypted
  /// It is built to do harm: the rest of a sentence.
  case hostile(String)
  /// One file in it is larger than Pond reads.
  case tooLarge(name: String, bytes: Int, limit: Int)
}

/// One pass through an archive.
private struct ArchivePass {
  private let archive: OpaquePointer
  private let isZip: Bool
  private let most: Int
  private var unpacked = 0
  private static let piece = 1 << 16

  init(_ bytes: UnsafeRawBufferPointer, most: Int, allowingRaw: Bool) throws(ArchiveDamage) {
    guard let archive = archive_read_new() else { throw .damaged("there is no memory") }
    self.archive = archive
    self.most = most
    isZip = bytes.starts(with: [0x50, 0x4B])
    if isZip {
      archive_read_support_format_zip(archive)
    } else {
      archive_read_support_filter_gzip(archive)
      archive_read_support_format_tar(archive)
      if allowingRaw { archive_read_support_format_raw(archive) }
    }
    let code = archive_read_open_memory2(archive, bytes.baseAddress, bytes.count, Self.piece)
    guard code == pond_archive_ok else {
      let reason = Self.reason(archive)
      archive_read_free(archive)
      throw .damaged(reason)
    }
  }

  /// Whether what is read is no archive but one compressed file.
  var isRaw: Bool { archive_format(archive) == pond_archive_raw }

  func close() {
    archive_read_free(archive)
  }

  /// The next entry; nil at the end.
  mutating func next() throws(ArchiveDamage) -> OpaquePointer? {
    var entry: OpaquePointer?
    let code = archive_read_next_header(archive, &entry)
    if code == pond_archive_eof { return nil }
    guard code == pond_archive_ok || code == pond_archive_warn, let entry else {
      throw .damaged(Self.reason(archive))
    }
    if archive_entry_is_encrypted(entry) != 0 { throw .encrypted }
    return entry
  }

  /// Goes past a file. A zip archive knows where the next one begins; a tar must be unpacked.
  mutating func skip() throws(ArchiveDamage) {
    guard !isZip else {
      archive_read_data_skip(archive)
      return
    }
    var buffer: UnsafeRawPointer?
    var count = 0
    var offset: la_int64_t = 0
    while true {
      let code = archive_read_data_block(archive, &buffer, &count, &offset)
      if code == pond_archive_eof { return }
      guard code >= pond_archive_warn else { throw .damaged(Self.reason(archive)) }
      try take(count)
    }
  }

  /// The whole of a file.
  mutating func contents(
    size: Int?, name: String, limit: Int
  ) throws(ArchiveDamage) -> Data {
    if let size, size > limit { throw .tooLarge(name: name, bytes: size, limit: limit) }
    if let size, unpacked + size > most { throw Self.bomb }
    // An announced size may lie: it is believed up to what an honest archive could hold.
    var contents = Data(capacity: max(0, min(size ?? 0, most)))
    var piece = [UInt8](repeating: 0, count: Self.piece)
    while true {
      let count = archive_read_data(archive, &piece, piece.count)
      if count == 0 { return contents }
      guard count > 0 else { throw .damaged("\(name): \(Self.reason(archive))") }
      try take(count)
      guard contents.count + count <= limit else {
        throw .tooLarge(name: name, bytes: contents.count + count, limit: limit)
      }
      piece.withUnsafeBytes { contents.append(contentsOf: $0.prefix(count)) }
    }
  }

  private mutating func take(_ bytes: Int) throws(ArchiveDamage) {
    unpacked += bytes
    if unpacked > most { throw Self.bomb }
  }

  private static let bomb = ArchiveDamage.hostile(
    "it unpacks to more than fifty times its own size")

  private static func reason(_ archive: OpaquePointer) -> String {
    archive_error_string(archive).map { String(cString: $0) } ?? "it cannot be read"
  }
}
