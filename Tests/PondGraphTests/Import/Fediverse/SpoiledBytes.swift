import Foundation
import PondTestSupport

@testable import PondGraph

/// Files of the social networks, spoiled at random and the same for the same seed.
struct SpoiledBytes {
  private var chance: SplitMix64
  private static let pieces = [
    "\"", ",", "\n", "\r\n", "@", "{", "}", "[", "]", ":", "\\ud800", "\\", "NaN", "1e999999",
    "null", "\0", "\u{FF}", "http://", "/users/", ";", "9223372036854775808", "true",
  ].map { Array($0.utf8) }

  init(seed: UInt64) {
    chance = SplitMix64(seed: seed)
  }

  /// One to six places of the file changed, doubled, cut out or cut off.
  mutating func spoil(_ seed: Data) -> Data {
    var bytes = Array(seed)
    for _ in 0..<Int.random(in: 1...6, using: &chance) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &chance)
      let end = min(bytes.count, place + Int.random(in: 0..<60, using: &chance))
      switch Int.random(in: 0..<6, using: &chance) {
      case 0, 1: bytes[place] = UInt8.random(in: 0...255, using: &chance)
      case 2: bytes.removeSubrange(place..<end)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 4: bytes.removeSubrange(place...)
      default:
        let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &chance)]
        bytes.insert(contentsOf: piece, at: place)
      }
    }
    return Data(bytes)
  }
}

/// A sample or text, as an importer gets it.
enum Given {
  static let options = ImportOptions(now: Date(timeIntervalSince1970: 1_780_300_800))

  static func sample(_ path: String) throws -> ImportSource {
    try ImportSource(path: Repository.url("Samples/\(path)").path)
  }

  static func text(_ text: String, _ name: String = "input") -> ImportSource {
    ImportSource(path: name, bytes: Data(text.utf8))
  }

  /// The importer that claims the bytes, by its name.
  static func format(of source: ImportSource) -> String? {
    Importers.all.first { $0.recognizes(source) }?.format
  }

  /// What the importer that claims the bytes makes of them.
  static func read(
    _ source: ImportSource, _ options: ImportOptions = options
  ) throws -> Imported {
    let importer = try Importers.all.first { $0.recognizes(source) } ?? Unclaimed.raise(source)
    guard let only = try importer.read(source, options: options).first else {
      throw Unclaimed(path: source.path)
    }
    return only
  }

  struct Unclaimed: Error {
    let path: String
    static func raise(_ source: ImportSource) throws -> any Importer {
      throw Unclaimed(path: source.path)
    }
  }
}
