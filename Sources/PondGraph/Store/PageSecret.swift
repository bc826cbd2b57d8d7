import GRDB

/// Turns pages of a history into digests that only this pond file can make again: whom a person does not
/// follow they may visit, and nobody reads it here.
struct PageSecret {
  private let secret: [UInt8]

  /// Reads the secret of the pond file.
  init(_ database: Database) throws {
    guard let bytes = try Row.fetchOne(database, sql: "SELECT secret FROM page_secret")?.bytes(0)
    else { throw OddValue(sentence: "the secret of its page digests is gone") }
    secret = Array(bytes)
  }

  /// The digest of a page's canonical name, 16 bytes.
  func digest(_ name: some StringProtocol) -> [UInt8] {
    Array(Digest.sha256(secret + name.utf8).prefix(16))
  }

  /// The name under which an act with a page stands: no name of a post begins like it.
  static func actName(_ digest: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return prefix
      + String(
        decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// How names of pages begin.
  static let prefix = "page:"
}
