import CLibArchive
public import Foundation

/// Archives made for tests, with libarchive's writer: honest ones and those that no program writes.
public enum PackedFiles {
  /// The container.
  public enum Container: String, CaseIterable, Sendable {
    case zip
    case tarGzip = "tar.gz"
  }

  /// A file in it.
  public struct Entry: Sendable {
    /// Its path in the archive.
    public let name: String
    /// Its bytes.
    public let contents: Data
    /// Where it leads, for a symbolic link.
    public let link: String?

    /// A file of bytes.
    public init(_ name: String, _ contents: Data) {
      self.name = name
      self.contents = contents
      link = nil
    }

    /// A file of text.
    public init(_ name: String, _ text: String) {
      self.init(name, Data(text.utf8))
    }

    /// A symbolic link.
    public init(_ name: String, linkTo target: String) {
      self.name = name
      contents = Data()
      link = target
    }
  }

  /// Packs files; a zip archive may be locked with a password.
  public static func packed(
    _ entries: [Entry], in container: Container = .zip, password: String? = nil
  ) -> Data {
    let archive = archive_write_new()
    defer { archive_write_free(archive) }
    switch container {
    case .zip:
      archive_write_set_format_zip(archive)
      if let password {
        archive_write_set_options(archive, "zip:encryption=traditional")
        archive_write_set_passphrase(archive, password)
      }
    case .tarGzip:
      archive_write_set_format_pax_restricted(archive)
      archive_write_add_filter_gzip(archive)
    }
    let room = entries.reduce(1 << 20) { $0 + $1.contents.count + 4096 }
    var bytes = Data(count: room)
    var used = 0
    bytes.withUnsafeMutableBytes { raw in
      archive_write_open_memory(archive, raw.baseAddress, raw.count, &used)
      for entry in entries { write(entry, to: archive) }
      archive_write_close(archive)
    }
    return bytes.prefix(used)
  }

  /// One file compressed as it is, without an archive around it.
  public static func gzip(_ contents: Data) -> Data {
    let archive = archive_write_new()
    defer { archive_write_free(archive) }
    archive_write_set_format_raw(archive)
    archive_write_add_filter_gzip(archive)
    var bytes = Data(count: contents.count + 1 << 16)
    var used = 0
    bytes.withUnsafeMutableBytes { raw in
      archive_write_open_memory(archive, raw.baseAddress, raw.count, &used)
      write(Entry("file", contents), to: archive)
      archive_write_close(archive)
    }
    return bytes.prefix(used)
  }

  private static func write(_ entry: Entry, to archive: OpaquePointer?) {
    let header = archive_entry_new()
    defer { archive_entry_free(header) }
    archive_entry_set_pathname(header, entry.name)
    archive_entry_set_perm(header, 0o644)
    if let link = entry.link {
      archive_entry_set_filetype(header, 0o120000)
      archive_entry_set_symlink(header, link)
    } else {
      archive_entry_set_filetype(header, 0o100000)
      archive_entry_set_size(header, Int64(entry.contents.count))
    }
    archive_write_header(archive, header)
    entry.contents.withUnsafeBytes { raw in
      var offset = 0
      while offset < raw.count {
        let count = archive_write_data(
          archive, raw.baseAddress.map { $0 + offset }, min(1 << 20, raw.count - offset))
        guard count > 0 else { break }
        offset += count
      }
    }
  }
}
