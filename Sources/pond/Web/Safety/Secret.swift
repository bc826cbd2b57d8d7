#if Web
  /// Words that nobody can guess.
  enum Secret {
    /// 256 bits of the system's own randomness, as 64 letters.
    static func make() -> String {
      var source = SystemRandomNumberGenerator()
      return (0..<4).map { _ in
        let word = String(source.next() as UInt64, radix: 16)
        return String(repeating: "0", count: 16 - word.count) + word
      }.joined()
    }

    /// Whether two are the same, in a time that does not tell where they differ.
    static func isSame(_ one: String, _ other: String) -> Bool {
      let (left, right) = (Array(one.utf8), Array(other.utf8))
      guard left.count == right.count else { return false }
      return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
  }
#endif
