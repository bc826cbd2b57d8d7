import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// An export as it is downloaded: files by name, which a test can change before it is read.
struct ExportFixture {
  var files: [(name: String, bytes: Data)]

  init(_ files: [(String, String)]) {
    self.files = files.map { ($0.0, Data($0.1.utf8)) }
  }

  /// A folder of `Samples/`.
  init(sample: String) throws {
    let folder = Repository.url("Samples/\(sample)")
    let found = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    let urls = (found?.allObjects ?? []).compactMap { $0 as? URL }
      .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true }
    files = try urls.map { url in
      (String(url.path.dropFirst(folder.path.count + 1)), try Data(contentsOf: url))
    }.sorted { $0.0 < $1.0 }
  }

  /// One file of it.
  func bytes(_ ending: String) throws -> Data {
    try #require(files.first { $0.name.hasSuffix(ending) }).bytes
  }

  /// The same with every name changed; nil leaves the file out.
  func renamed(_ name: (String) -> String?) -> ExportFixture {
    var other = self
    other.files = files.compactMap { file in name(file.name).map { ($0, file.bytes) } }
    return other
  }

  subscript(name: String) -> String {
    get { files.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "" }
    set {
      files.removeAll { $0.name == name }
      files.append((name, Data(newValue.utf8)))
    }
  }

  /// A zip archive of them, stored rather than packed.
  var zip: Data {
    var body = Data()
    var directory = Data()
    for (name, bytes) in files {
      let header =
        Self.number(20, 2) + Self.number(0x0800, 2) + Self.number(0, 2) + Self.number(0, 4)
        + Self.number(Self.checksum(bytes), 4) + Self.number(bytes.count, 4)
        + Self.number(bytes.count, 4) + Self.number(name.utf8.count, 2) + Self.number(0, 2)
      directory +=
        Data("PK\u{1}\u{2}".utf8) + Self.number(20, 2) + header + Self.number(0, 2)
        + Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4) + Self.number(body.count, 4)
        + Data(name.utf8)
      body += Data("PK\u{3}\u{4}".utf8) + header + Data(name.utf8) + bytes
    }
    return body + directory + Data("PK\u{5}\u{6}".utf8) + Self.number(0, 4)
      + Self.number(files.count, 2) + Self.number(files.count, 2)
      + Self.number(directory.count, 4) + Self.number(body.count, 4) + Self.number(0, 2)
  }

  private static func number(_ value: Int, _ count: Int) -> Data {
    Data((0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) })
  }

  private static func checksum(_ bytes: Data) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(sum ^ 0xFFFF_FFFF)
  }

  // MARK: Reading

  /// What the register makes of the zip archive.
  func inputs(_ options: ImportOptions = ExportFixture.options) throws -> [Imported] {
    let folder = try Shelf()
    try folder.put(zip, "export.zip")
    return try withExtendedLifetime(folder) {
      try Importers.read(folder.file("export.zip"), as: nil, options: options)
    }
  }

  /// The one input of a format in the zip archive.
  func imported(
    _ format: String, _ options: ImportOptions = ExportFixture.options
  ) throws -> Imported {
    try #require(try inputs(options).first { $0.format == format })
  }

  static let options = ImportOptions(now: Invented.now)

  /// What the register makes of a single file.
  static func single(
    _ name: String, _ bytes: Data, _ options: ImportOptions = ExportFixture.options
  ) throws -> [Imported] {
    let source = ImportSource(path: name, bytes: bytes)
    guard let importer = Importers.all.first(where: { $0.recognizes(source) }) else {
      throw ImportFailure.unknownFormat(path: name, looksLike: Looks.like(source))
    }
    return try importer.read(source, options: options)
  }

  /// Reads a file and a seeded crowd of damaged copies of it with one importer; whatever comes is
  /// a result or an `ImportFailure`, never a crash. Answers how many were read.
  static func survive(
    _ importer: any Importer, _ name: String, _ whole: Data, rounds: Int = 300
  ) throws -> Int {
    var dice = SplitMix64(seed: 20_260_601)
    var read = 0
    for round in 0..<rounds {
      var bytes = whole
      if round % 4 == 0 {
        bytes = bytes.prefix(Int.random(in: 1..<bytes.count, using: &dice))
      } else {
        for _ in 0..<Int.random(in: 1...12, using: &dice) {
          bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(
            in: 0...255, using: &dice)
        }
      }
      let source = ImportSource(path: name, bytes: bytes)
      var options = options
      options.takesPartial = round % 2 == 0
      do {
        guard importer.recognizes(source) else { continue }
        _ = try importer.read(source, options: options)
        read += 1
      } catch is ImportFailure {}
    }
    return read
  }

  /// Imports into a pond twice; answers what the second time changed.
  static func second(_ inputs: [Imported]) throws -> Int {
    let folder = try Shelf()
    defer { withExtendedLifetime(folder) {} }
    let pond = try folder.pond()
    _ = try pond.write(inputs, at: Invented.now, allowsEmpty: true)
    let digest = try pond.logicalDigest()
    let again = try pond.write(inputs, at: Invented.now, allowsEmpty: true)
    #expect(try pond.logicalDigest() == digest)
    return again.reduce(0) { $0 + $1.accounts.new + $1.accounts.updated + $1.acts.new }
  }
}
