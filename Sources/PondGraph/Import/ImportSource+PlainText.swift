import Foundation

// Lists of lines have no mark of their own, so what they cannot be is ruled out first.

extension ImportSource {
  /// Whether it can be a text of lines: a file without NUL bytes that begins as nothing else that
  /// Pond can name, and no larger than such lists are.
  var isPlainText: Bool {
    !isFolder && bytes.count <= Self.largestText && Looks.like(self) == "plain text" && !hasNUL
  }

  /// - Throws: what a list of lines cannot be; `wanted` says which list was asked for.
  func requirePlainText(_ wanted: String) throws {
    guard bytes.count <= Self.largestText else {
      throw ImportFailure.tooLarge(path: path, bytes: bytes.count, limit: Self.largestText)
    }
    guard !isPlainText else { return }
    let looks = Looks.like(self)
    guard looks == "plain text" else {
      throw ImportFailure.notWhatItClaims(
        path: path, sentence: "this looks like \(looks), not like \(wanted)", advice: nil)
    }
    throw ImportFailure.damaged(
      path: path, where: "a NUL byte", reason: "it is no text, for text holds no NUL bytes")
  }

  private static var largestText: Int { 64 << 20 }

  private var hasNUL: Bool {
    bytes.withUnsafeBytes { all in
      guard let start = all.baseAddress else { return false }
      return memchr(start, 0, all.count) != nil
    }
  }
}
