import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// What comes out of an archive, and what does not (I2, T-I04).
@Suite("Archives")
struct ArchiveReaderTests {
  private typealias Entry = PackedFiles.Entry

  private func everything(
    _ archive: Data, limit: Int = 1 << 20
  ) throws -> [String: String] {
    var found: [String: String] = [:]
    let reader = ArchiveReader(archive)
    try reader.forEach(reader.listing().entries, limit: limit) { entry, bytes in
      found[entry.name] = String(decoding: bytes, as: UTF8.self)
    }
    return found
  }

  @Test("zip and tar.gz give the same files (I2)", arguments: PackedFiles.Container.allCases)
  func bothContainers(_ container: PackedFiles.Container) throws {
    let archive = PackedFiles.packed(
      [Entry("a/one.txt", "eins"), Entry("two.txt", "zwei"), Entry("a/b/three.txt", "")],
      in: container)
    #expect(ArchiveReader.isArchive(archive))
    let listing = try ArchiveReader(archive).listing()
    #expect(listing.entries.map(\.name) == ["a/one.txt", "two.txt", "a/b/three.txt"])
    #expect(
      try everything(archive) == ["a/one.txt": "eins", "two.txt": "zwei", "a/b/three.txt": ""])
  }

  @Test(
    "names in other scripts survive without a locale", arguments: PackedFiles.Container.allCases)
  func unicodeNames(_ container: PackedFiles.Container) throws {
    let name = "connections/who_you’ve_followed – フォロー.json"
    let archive = PackedFiles.packed([Entry(name, "x")], in: container)
    #expect(try ArchiveReader(archive).listing().entries.map(\.name) == [name])
  }

  @Test("separators of another system are separators; what leads outside is refused (T-I04)")
  func names() throws {
    let archive = PackedFiles.packed([
      Entry("data\\tweets.js", "1"), Entry("./here.txt", "2"), Entry("../outside.txt", "3"),
      Entry("a/../../outside.txt", "4"), Entry("/rooted.txt", "5"),
      Entry("link.txt", linkTo: "/etc/passwd"),
    ])
    let listing = try ArchiveReader(archive).listing()
    #expect(listing.entries.map(\.name) == ["data/tweets.js", "here.txt", "rooted.txt"])
    #expect(Set(listing.refused) == ["../outside.txt", "a/../../outside.txt", "link.txt"])
    #expect(Set(try everything(archive).keys) == ["data/tweets.js", "here.txt", "rooted.txt"])
  }

  @Test(
    "a bomb is refused before it is unpacked (T-I04)", arguments: PackedFiles.Container.allCases)
  func bomb(_ container: PackedFiles.Container) throws {
    let archive = PackedFiles.packed(
      [Entry("tweets.js", Data(count: 200 << 20))], in: container)
    #expect(archive.count < 1 << 20)
    #expect(throws: ArchiveDamage.hostile("it unpacks to more than fifty times its own size")) {
      try everything(archive, limit: 1 << 30)
    }
  }

  @Test("a bomb that nobody wants is not unpacked in a zip, and ends a tar soon (T-I04)")
  func unwantedBomb() throws {
    let entries = [Entry("film.mp4", Data(count: 200 << 20)), Entry("a.txt", "a")]
    let zip = PackedFiles.packed(entries, in: .zip)
    var seen: [String] = []
    let reader = ArchiveReader(zip)
    let wanted = try reader.listing().entries.filter { $0.name == "a.txt" }
    try reader.forEach(wanted, limit: 100) { entry, _ in seen.append(entry.name) }
    #expect(seen == ["a.txt"])
    #expect(throws: ArchiveDamage.self) {
      try ArchiveReader(PackedFiles.packed(entries, in: .tarGzip)).listing()
    }
  }

  @Test("of two files of one name both are told, and the later is read (R-8)")
  func twins() throws {
    let entries = [Entry("a.txt", "first"), Entry("b.txt", "b"), Entry("./a.txt", "second")]
    for container in PackedFiles.Container.allCases {
      let archive = PackedFiles.packed(entries, in: container)
      let listing = try ArchiveReader(archive).listing()
      #expect(listing.entries.map(\.name) == ["a.txt", "b.txt"])
      #expect(listing.repeated == ["a.txt"])
      #expect(try everything(archive) == ["a.txt": "second", "b.txt": "b"])
    }
  }

  @Test("one compressed file is no archive, and bounded like one (R-7, T-I04)")
  func singleFile() throws {
    let text = Data("<opml/>".utf8)
    #expect(try ArchiveReader(PackedFiles.gzip(text)).singleFile(limit: 100) == text)
    #expect(throws: ArchiveDamage.self) {
      try ArchiveReader(PackedFiles.gzip(text)).singleFile(limit: 3)
    }
    let bomb = PackedFiles.gzip(Data(repeating: 0x20, count: 200 << 20))
    #expect(throws: ArchiveDamage.hostile("it unpacks to more than fifty times its own size")) {
      try ArchiveReader(bomb).singleFile(limit: 1 << 30)
    }
    // Zeros and nothing else are how a tar archive ends, so this one is empty: nothing is unpacked.
    let zeros = PackedFiles.gzip(Data(count: 200 << 20))
    #expect(try ArchiveReader(zeros).singleFile(limit: 1 << 30) == nil)
    #expect(try ArchiveReader(zeros).listing().entries.isEmpty)
    for container in PackedFiles.Container.allCases {
      let archive = PackedFiles.packed([Entry("a.txt", "a")], in: container)
      #expect(try ArchiveReader(archive).singleFile(limit: 100) == nil)
    }
    #expect(try ArchiveReader(text).singleFile(limit: 100) == nil)
  }

  @Test("a compressed file that was cut anywhere is damaged, never shorter (R-7, T-I06)")
  func cutSingleFile() throws {
    var dice = SplitMix64(seed: 15)
    let text = Data((0..<9_000).map { _ in UInt8.random(in: 0x20...0x7E, using: &dice) })
    let whole = PackedFiles.gzip(text)
    #expect(try ArchiveReader(whole).singleFile(limit: 10_000) == text)
    for count in [10, 20, whole.count / 2, whole.count - 9, whole.count - 8, whole.count - 1] {
      #expect(throws: ArchiveDamage.self, "\(count) of \(whole.count) bytes") {
        try ArchiveReader(whole.prefix(count)).singleFile(limit: 10_000)
      }
    }
  }

  @Test("a locked archive says so")
  func locked() throws {
    let archive = PackedFiles.packed([Entry("a.txt", "secret")], in: .zip, password: "open")
    #expect(throws: ArchiveDamage.encrypted) { try everything(archive) }
  }

  @Test("a file that is larger than Pond reads is named with its size")
  func large() throws {
    let text = String(repeating: "lorem ipsum ", count: 1000)
    let archive = PackedFiles.packed([Entry("a/big.json", text)])
    #expect(throws: ArchiveDamage.tooLarge(name: "a/big.json", bytes: 12_000, limit: 5000)) {
      try everything(archive, limit: 5000)
    }
  }

  @Test("an archive that was cut short or changed is damaged or read, never a crash (T-I06)")
  func damage() throws {
    var dice = SplitMix64(seed: 7)
    let entries = (0..<20).map {
      Entry("d/\($0).json", "{\"a\": \($0), \"b\": \"\(UInt64($0) &* 7)\"}")
    }
    for container in PackedFiles.Container.allCases {
      let whole = PackedFiles.packed(entries, in: container)
      for _ in 0..<200 {
        var bytes = Array(whole)
        for _ in 0..<Int.random(in: 1...8, using: &dice) {
          bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(
            in: 0...255, using: &dice)
        }
        if Bool.random(using: &dice) {
          bytes.removeLast(Int.random(in: 1..<bytes.count, using: &dice))
        }
        do {
          let found = try everything(Data(bytes))
          #expect(found.count <= 20)
        } catch {
          #expect(error is ArchiveDamage)
        }
      }
    }
  }
}
