/// Tells the shapes of keys from those of names: what a person or a publisher writes is made of
/// words and numbers, a key changes between letters and digits all the time.
enum KeyShape {
  /// Whether a segment is a key by its shape alone, wherever it stands: large and small letters and
  /// digits in one run of 24 or more, changing often; a run of 20 that changes at every third
  /// place and is no hexadecimal number, which publishers number their shows with; base64 of JSON.
  /// Identifiers that networks make public are left alone.
  static func isRandom(_ segment: String) -> Bool {
    if segment.hasPrefix("eyJ"), segment.utf8.count >= 20 { return true }
    return segment.utf8.split(whereSeparator: { !isAlphanumeric($0) }).contains { run in
      isRandom(Array(run))
    }
  }

  private static func isRandom(_ run: [UInt8]) -> Bool {
    guard run.count >= 20, !isChannel(run) else { return false }
    let digits = run.count(where: AddressByte.isDigit)
    let large = run.count { AddressByte.isLetter($0) && $0 & 0x20 == 0 }
    let small = run.count - digits - large
    let changes = changes(run)
    if run.count >= 24, digits >= 3, large >= 3, small >= 3 {
      if changes >= 4 || changes >= 3 && digits >= 6 { return true }
    }
    return changes * 3 >= run.count && small + large >= 6 && !run.allSatisfy(isHexadecimal)
  }

  // A channel of YouTube: `UC` and 22 more.
  private static func isChannel(_ run: [UInt8]) -> Bool {
    run.count == 24 && run.starts(with: "UC".utf8)
  }

  /// Whether the value of a parameter that may hold a key does hold one: twelve or more letters,
  /// digits and joining marks, with letters and digits mixed within a word of eight.
  /// `aac128` and `2024-summer-course` are names.
  static func isKeyValue(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    return bytes.count >= 12
      && bytes.allSatisfy { isAlphanumeric($0) || "-_.~=%".utf8.contains($0) }
      && hasMixedWord(bytes, atLeast: bytes.count >= 20 ? 4 : 8)
  }

  /// Whether a segment where a member's key is expected is one: long, with letters and digits mixed
  /// within one word of it.
  static func isLongAndMixed(_ segment: String) -> Bool {
    let bytes = Array(segment.utf8)
    return bytes.count >= 16 && hasMixedWord(bytes, atLeast: 4)
  }

  private static func hasMixedWord(_ bytes: [UInt8], atLeast length: Int) -> Bool {
    bytes.split(whereSeparator: { !isAlphanumeric($0) }).contains { word in
      word.count >= length && word.contains(where: AddressByte.isDigit)
        && word.contains(where: AddressByte.isLetter)
    }
  }

  private static func changes(_ run: [UInt8]) -> Int {
    zip(run, run.dropFirst()).count { AddressByte.isDigit($0) != AddressByte.isDigit($1) }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    AddressByte.isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    AddressByte.isLetter(byte) || AddressByte.isDigit(byte)
  }
}
