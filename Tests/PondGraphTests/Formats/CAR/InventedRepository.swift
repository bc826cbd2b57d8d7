import Foundation
import PondTestSupport

@testable import PondGraph

/// A value of DAG-CBOR, to be written.
indirect enum InventedCBOR {
  case text(String)
  case bytes([UInt8])
  case number(Int)
  case link([UInt8])
  case array([InventedCBOR])
  case map([String: InventedCBOR])
  case null

  var encoded: [UInt8] {
    switch self {
    case .text(let text): Self.head(3, text.utf8.count) + text.utf8
    case .bytes(let bytes): Self.head(2, bytes.count) + bytes
    case .number(let number): Self.head(0, number)
    case .link(let digest): [0xD8, 42, 0x58, 37, 0, 1, 0x71, 0x12, 0x20] + digest
    case .array(let elements): Self.head(4, elements.count) + elements.flatMap(\.encoded)
    case .map(let members):
      Self.head(5, members.count)
        + members.sorted { ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key) }
        .flatMap { InventedCBOR.text($0.key).encoded + $0.value.encoded }
    case .null: [0xF6]
    }
  }

  static func head(_ major: UInt8, _ count: Int) -> [UInt8] {
    switch count {
    case ..<24: [major << 5 | UInt8(count)]
    case ..<256: [major << 5 | 24, UInt8(count)]
    default: [major << 5 | 25, UInt8(count >> 8), UInt8(count & 255)]
    }
  }
}

/// A repository of invented records, as Bluesky would export it.
struct InventedRepository {
  static let did = "did:plc:invented222222222222222a"
  var records: [String: InventedCBOR] = [:]
  /// 3, or 2 for a commit as it was before.
  var version = 3
  /// The places of blocks that are left out, counted from the commit, which is 0.
  var without: Set<Int> = []
  /// Whether the blocks come in another order than they are named.
  var isShuffled = false

  struct Block {
    let digest: [UInt8]
    let bytes: [UInt8]
  }

  /// The commit, the nodes of the tree, the records.
  var blocks: [Block] {
    var blocks: [Block] = []
    let keys = records.keys.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    let top = keys.map(Self.height).max() ?? 0
    let tree = node(keys[...], top, &blocks)
    for key in keys { blocks.append(Self.block(records[key] ?? .null)) }
    var commit: [String: InventedCBOR] = [
      "did": .text(Self.did), "version": .number(version), "data": .link(tree), "prev": .null,
      "sig": .bytes(Array(repeating: 7, count: 64)),
    ]
    if version == 3 { commit["rev"] = .text("3k5rgfiifs42u") }
    return [Self.block(.map(commit))] + blocks
  }

  var file: Data {
    let all = blocks
    let header = InventedCBOR.map([
      "roots": .array([.link(all[0].digest)]), "version": .number(1),
    ]).encoded
    var kept = all.enumerated().filter { !without.contains($0.offset) }.map(\.element)
    if isShuffled { kept.reverse() }
    var bytes = Self.varint(header.count) + header
    for block in kept {
      bytes += Self.varint(36 + block.bytes.count) + [1, 0x71, 0x12, 0x20] + block.digest
      bytes += block.bytes
    }
    return Data(bytes)
  }

  /// How high in the tree a key stands: pairs of zero bits at the start of its digest.
  static func height(_ key: String) -> Int {
    var zeros = 0
    for byte in Digest.sha256(key.utf8) {
      zeros += byte.leadingZeroBitCount
      if byte != 0 { break }
    }
    return zeros / 2
  }

  private func node(
    _ keys: ArraySlice<String>, _ height: Int, _ blocks: inout [Block]
  ) -> [UInt8] {
    let here = keys.indices.filter { Self.height(keys[$0]) == height }
    let left = subtree(keys[keys.startIndex..<(here.first ?? keys.endIndex)], height, &blocks)
    var entries: [InventedCBOR] = []
    var before: [UInt8] = []
    for (place, index) in here.enumerated() {
      let next = place + 1 < here.count ? here[place + 1] : keys.endIndex
      let right = subtree(keys[(index + 1)..<next], height, &blocks)
      let key = Array(keys[index].utf8)
      let shared = zip(before, key).prefix { $0 == $1 }.count
      entries.append(
        .map([
          "p": .number(shared), "k": .bytes(Array(key[shared...])),
          "v": .link(Self.block(records[keys[index]] ?? .null).digest), "t": right,
        ]))
      before = key
    }
    let block = Self.block(.map(["l": left, "e": .array(entries)]))
    blocks.append(block)
    return block.digest
  }

  private func subtree(
    _ keys: ArraySlice<String>, _ height: Int, _ blocks: inout [Block]
  ) -> InventedCBOR {
    keys.isEmpty ? .null : .link(node(keys, height - 1, &blocks))
  }

  private static func block(_ value: InventedCBOR) -> Block {
    let bytes = value.encoded
    return Block(digest: Digest.sha256(bytes), bytes: bytes)
  }

  static func varint(_ number: Int) -> [UInt8] {
    number < 128 ? [UInt8(number)] : [UInt8(number & 127) | 128] + varint(number >> 7)
  }
}

extension InventedRepository {
  static func person(_ name: String) -> String {
    "did:plc:" + name + String(repeating: "2", count: 24 - name.utf8.count)
  }

  static func post(_ name: String, _ key: String) -> String {
    "at://\(person(name))/app.bsky.feed.post/\(key)"
  }

  private static func reference(_ uri: String) -> InventedCBOR {
    .map(["uri": .text(uri), "cid": .text("bafyinvented")])
  }

  private static func follow(_ name: String, _ at: String) -> InventedCBOR {
    .map([
      "$type": .text("app.bsky.graph.follow"), "subject": .text(person(name)),
      "createdAt": .text(at),
    ])
  }

  private static func answer(_ kind: String, _ uri: String, _ at: String) -> InventedCBOR {
    .map([
      "$type": .text("app.bsky.feed.\(kind)"), "subject": reference(uri), "createdAt": .text(at),
    ])
  }

  /// Every record that Pond knows, and some that it does not.
  static var sample: InventedRepository {
    let list = "at://\(did)/app.bsky.graph.list/3k5rgfiifs22a"
    return InventedRepository(records: [
      "app.bsky.graph.follow/3k5rgfiifs22b": follow("edda", "2023-08-25T08:25:39.961Z"),
      "app.bsky.graph.follow/3k5rgfiifs22c": follow("moritz", "2023-04-26T00:08:49-07:00"),
      // A second record of one follow.
      "app.bsky.graph.follow/3k5rgfiifs22d": follow("edda", "2024-01-01T00:00:00Z"),
      // What the client wrote is no moment of this network: the key's own counts.
      "app.bsky.graph.follow/3k5rgfiifs22e": follow("pipkin", "1970-01-01T00:00:00Z"),
      "app.bsky.graph.follow/3k5rgfiifs22f": .map([
        "$type": .text("app.bsky.graph.follow"),
        "subject": .map(["did": .text(person("old")), "declarationCid": .text("bafyold")]),
        "createdAt": .text("2022-12-01T10:00:00Z"),
      ]),
      "app.bsky.graph.block/3k5rgfiifs22g": .map(["subject": .text(person("grumble"))]),
      "app.bsky.graph.list/3k5rgfiifs22a": .map([
        "name": .text("Boats"), "purpose": .text("app.bsky.graph.defs#curatelist"),
      ]),
      "app.bsky.graph.list/3k5rgfiifs22h": .map([
        "name": .text("Nuisances"), "purpose": .text("app.bsky.graph.defs#modlist"),
      ]),
      "app.bsky.graph.listitem/3k5rgfiifs22i": .map([
        "list": .text(list), "subject": .text(person("edda")),
      ]),
      "app.bsky.graph.listitem/3k5rgfiifs22j": .map([
        "list": .text(list), "subject": .text(person("stranger")),
      ]),
      "app.bsky.graph.listitem/3k5rgfiifs22k": .map([
        "list": .text("at://\(did)/app.bsky.graph.list/3k5rgfiifs22h"),
        "subject": .text(person("pipkin")),
      ]),
      "app.bsky.feed.like/3k5rgfiifs22l": answer(
        "like", post("edda", "3kpostaaaaa2a"), "2024-02-01T08:00:00Z"),
      "app.bsky.feed.like/3k5rgfiifs22m": answer(
        "like", "at://\(person("edda"))/app.bsky.feed.generator/boats", "2024-02-02T08:00:00Z"),
      "app.bsky.feed.repost/3k5rgfiifs22n": answer(
        "repost", post("moritz", "3kpostaaaaa2b"), "2024-03-01T08:00:00.5Z"),
      "app.bsky.feed.post/3k5rgfiifs22o": .map([
        "text": .text("Words that nobody takes."), "createdAt": .text("2024-04-01T08:00:00Z"),
        "reply": .map([
          "root": reference(post("moritz", "3kpostaaaaa2c")),
          "parent": reference(post("edda", "3kpostaaaaa2d")),
        ]),
      ]),
      "app.bsky.feed.post/3k5rgfiifs22p": .map([
        "text": .text("A quotation."), "createdAt": .text("2024-05-01T08:00:00Z"),
        "embed": .map([
          "$type": .text("app.bsky.embed.recordWithMedia"),
          "record": .map(["record": reference(post("pipkin", "3kpostaaaaa2e"))]),
        ]),
      ]),
      "app.bsky.feed.post/3k5rgfiifs22q": .map([
        "text": .text("@moritz, look."), "createdAt": .text("2024-06-01T08:00:00Z"),
        "facets": .array([
          .map([
            "features": .array([
              .map([
                "$type": .text("app.bsky.richtext.facet#mention"),
                "did": .text(person("moritz")),
              ])
            ])
          ])
        ]),
      ]),
      "app.bsky.feed.post/3k5rgfiifs22r": .map([
        "text": .text("To myself."), "createdAt": .text("2024-06-02T08:00:00Z"),
        "reply": .map([
          "parent": reference("at://\(did)/app.bsky.feed.post/3k5rgfiifs22q")
        ]),
      ]),
      "app.bsky.feed.post/3k5rgfiifs22s": .map([
        "text": .text("Fog."), "createdAt": .text("2024-06-03T08:00:00Z"),
      ]),
      "app.bsky.actor.profile/self": .map(["displayName": .text("Invented")]),
    ])
  }
}
