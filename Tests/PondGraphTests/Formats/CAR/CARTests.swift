import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("CAR, DAG-CBOR and the tree of a repository")
struct CARTests {
  private func keys(_ bytes: Data) throws -> (keys: [String], file: CARFile, tree: MerkleSearchTree)
  {
    try bytes.withUnsafeBytes { raw in
      let file = try CARFile(raw, verify: Digest.areSHA256)
      var tree = MerkleSearchTree(file)
      var keys: [String] = []
      guard let block = file.block(file.root) else { return ([], file, tree) }
      var cursor = file.cursor(block)
      var root: Int?
      try cursor.members { name, cursor throws(CBORDamage) in
        guard cursor.holds(name, "data") else { return false }
        root = try cursor.link()
        return true
      }
      tree.walk(from: try #require(root)) { key, _ in
        keys.append(String(decoding: key, as: UTF8.self))
      }
      return (keys, file, tree)
    }
  }

  @Test("every key in its order, whatever the order of the blocks and the version of the commit")
  func walks() throws {
    var repository = InventedRepository.sample
    let expected = repository.records.keys.sorted()
    for (version, isShuffled) in [(3, false), (3, true), (2, false)] {
      repository.version = version
      repository.isShuffled = isShuffled
      let (keys, file, tree) = try keys(repository.file)
      #expect(keys == expected)
      #expect(file.blocks == Set(repository.blocks.map(\.digest)).count)
      #expect(file.spoiled == 0 && file.cut == nil)
      #expect(tree.missingNodes == 0 && tree.missingRecords == 0 && tree.damaged == 0)
    }
  }

  @Test("each block that is left out is counted, and the rest is found")
  func missing() throws {
    let whole = InventedRepository.sample
    let count = whole.blocks.count
    var total = 0
    for place in 1..<count {
      var part = whole
      part.without = [place]
      let (keys, _, tree) = try keys(part.file)
      #expect(tree.missingNodes + tree.missingRecords == 1, "without block \(place)")
      #expect(keys.count < whole.records.count)
      total += keys.count
    }
    #expect(total > count * 10)
  }

  @Test("a block whose bytes were changed does not have its digest, and is not believed")
  func spoiled() throws {
    let bytes = InventedRepository.sample.file
    let word = try #require(bytes.firstRange(of: Data("Words that nobody takes".utf8)))
    var changed = bytes
    changed[word.lowerBound] = UInt8(ascii: "w")
    let (keys, file, tree) = try keys(changed)
    #expect(file.spoiled == 1 && tree.missingRecords == 1)
    #expect(keys.count == InventedRepository.sample.records.count - 1)
  }

  @Test("a file that ends inside of a block says where")
  func cut() throws {
    let bytes = InventedRepository.sample.file
    let file = try bytes.prefix(bytes.count - 5).withUnsafeBytes {
      try CARFile($0) { $0.map { _ in true } }
    }
    #expect(file.cut != nil)
    #expect(throws: CARDamage.noHeader) {
      try Data("no archive".utf8).withUnsafeBytes { try CARFile($0) { $0.map { _ in true } } }
    }
  }

  @Test("a tree that bites its tail ends, and what cannot be is counted")
  func cycles() throws {
    // One node, which is its own left and right neighbour: only without digests can it exist.
    let digest = [UInt8](repeating: 9, count: 32)
    let node = InventedCBOR.map([
      "l": .link(digest),
      "e": .array([
        .map(["p": .number(0), "k": .bytes([97]), "v": .link(digest), "t": .link(digest)]),
        .map(["p": .number(9), "k": .bytes([98]), "v": .link(digest), "t": .null]),
      ]),
    ]).encoded
    let header = InventedCBOR.map(["roots": .array([.link(digest)]), "version": .number(1)]).encoded
    let bytes = Data(
      InventedRepository.varint(header.count) + header
        + InventedRepository.varint(36 + node.count) + [1, 0x71, 0x12, 0x20] + digest + node)
    try bytes.withUnsafeBytes { raw in
      let file = try CARFile(raw) { $0.map { _ in true } }
      var tree = MerkleSearchTree(file)
      var handed = 0
      tree.walk(from: file.root) { _, _ in handed += 1 }
      #expect(tree.damaged > 0 && handed <= 1)
    }
  }

  @Test("CBOR: heads, depth and lengths that lie are damage, never a trap")
  func cbor() {
    let cases: [[UInt8]] = [
      [], [0x18], [0x5B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [0x9F], [0x1C],
      [0x9B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [0x61],
      [0xBB, 0, 0, 0, 1, 0, 0, 0, 0],
      [UInt8](repeating: 0x81, count: 100_000), [UInt8](repeating: 0xC1, count: 100_000),
    ]
    for bytes in cases {
      bytes.withUnsafeBytes { raw in
        var cursor = CBORCursor(raw, in: 0..<raw.count)
        #expect(throws: CBORDamage.self) { try cursor.skip() }
      }
    }
  }

  @Test("the key of a record names its moment")
  func tids() {
    let cases: [(String, Double?)] = [
      ("3k5rgfiifs42u", 1_692_951_942), ("2222222222222", nil), ("3k5rgfiifs42", nil),
      ("3k5rgfiifs42uu", nil), ("zzzzzzzzzzzzz", nil), ("3K5RGFIIFS42U", nil), ("", nil),
    ]
    for (text, seconds) in cases {
      let date = TID.date(text.utf8)
      #expect((date == nil) == (seconds == nil), "\(text)")
      if let date, let seconds { #expect(abs(date.timeIntervalSince1970 - seconds) < 60) }
    }
  }

  @Test("heights of keys are those of the protocol's own fixtures")
  func heights() throws {
    #expect(InventedRepository.height("blue") == 1)
    #expect(InventedRepository.height("") == 0)
    #expect(InventedRepository.height("app.bsky.feed.post/9adeb165882c") == 8)
  }

  @Test("1,000 spoiled repositories: read or refused (T-I06)")
  func mutations() throws {
    var spoiling = SpoiledBytes(seed: 5_001)
    let seed = try Data(contentsOf: Repository.url("Samples/bluesky/repo.car"))
    var options = Given.options
    options.takesPartial = true
    var (read, partial) = (0, 0)
    for _ in 0..<1_000 {
      let source = ImportSource(path: "repo.car", bytes: spoiling.spoil(seed))
      guard let imported = try? BlueskyRepositoryImport().read(source, options: options).first
      else { continue }
      read += 1
      if !imported.isComplete { partial += 1 }
    }
    #expect(read > 300 && partial > 100)
  }

  @Test("1,000 repositories with spoiled blocks and true digests: read or refused (T-I06)")
  func mutationsWithin() throws {
    var spoiling = SpoiledBytes(seed: 5_002)
    let bytes = InventedRepository.sample.file
    var read = 0
    for _ in 0..<1_000 {
      let spoiled = spoiling.spoil(bytes)
      spoiled.withUnsafeBytes { raw in
        guard let file = try? CARFile(raw, verify: { $0.map { _ in true } }) else { return }
        var tree = MerkleSearchTree(file)
        var records = BlueskyRecords(file, owner: InventedRepository.did, now: Given.options.now)
        for link in [file.root] + [0, 1, 40, raw.count - 1] {
          tree.walk(from: link) { records.take($0, $1) }
        }
        read += 1
      }
    }
    #expect(read > 500)
  }
}
