package import Foundation

/// The headers of one answer that Pond reads, as bytes.
package struct ResponseHeaders: Hashable, Sendable, Codable {
  private var values: [String: Data] = [:]

  private static let known: Set<String> = [
    "etag", "last-modified", "location", "retry-after", "date", "cache-control", "expires",
    "content-type",
  ]

  /// Starts without any.
  package init() {}

  /// Headers by name, for tests.
  package init(_ fields: [String: String]) {
    for (name, value) in fields { values[name.lowercased()] = Data(value.utf8) }
  }

  /// Takes a line, `Name: value`. Of a name that comes twice the first counts.
  package mutating func take(_ line: UnsafeRawBufferPointer) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    guard Self.known.contains(name), values[name] == nil else { return }
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0D, 0x0A]
    var value = line[(colon + 1)...]
    while let first = value.first, blanks.contains(first) { value = value.dropFirst() }
    while let last = value.last, blanks.contains(last) { value = value.dropLast() }
    values[name] = Data(value)
  }

  /// The ETag as it was sent; nil where none was, or one that cannot be sent back.
  package var etag: Data? { validator("etag") }

  /// The Last-Modified as it was sent.
  package var lastModified: Data? { validator("last-modified") }

  /// Where a redirect leads.
  package var location: String? { text("location") }

  /// When the server believes to be.
  package var date: Date? { text("date").flatMap(FeedDate.parse) }

  /// How long the answer may be taken for fresh: the larger of `max-age` and `Expires`; nil where
  /// neither says, or where they say "not at all".
  package func freshSeconds(now: Date) -> Double? {
    let directives = (text("cache-control") ?? "").lowercased().split(separator: ",")
    let age = directives.lazy.map { $0.filter { $0 != " " && $0 != "\"" } }
      .first { $0.hasPrefix("max-age=") }.flatMap { Double($0.dropFirst(8)) }
    let expires = text("expires").flatMap(FeedDate.parse)?.timeIntervalSince(date ?? now)
    let seconds = [age, expires].compactMap { $0 }.filter { $0.isFinite && $0 > 0 }.max()
    return seconds
  }

  /// How long the server asks to be left alone; nil where it does not say.
  package func retrySeconds(now: Date) -> Double? {
    text("retry-after").flatMap { RetryAfter.seconds($0, serverDate: date, now: now) }
  }

  private func text(_ name: String) -> String? {
    values[name].map { String(decoding: $0, as: UTF8.self) }
  }

  // What is longer than any honest mark is a way to store something in Pond.
  private func validator(_ name: String) -> Data? {
    guard let value = values[name], !value.isEmpty, value.count <= 1_024,
      value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
    else { return nil }
    return value
  }
}
