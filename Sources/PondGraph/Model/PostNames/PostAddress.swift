/// An address or id that may name a post of a network, taken apart.
struct PostAddress {
  /// How it begins: the web, `at://`, or a word of our own or of YouTube before a colon.
  enum Scheme: Equatable {
    case web
    case at
    case youtube
    case bluesky
  }

  /// How it begins.
  let scheme: Scheme
  /// The host in lower case, without `www.`, user, default port and trailing dots; of an `at://`
  /// address whose repository it is; empty where there is none.
  let host: String
  /// The steps of the path, as written; of `yt:video:ID` what stands between the colons.
  let path: [Substring]
  /// Whether the account of which it is said to be a post is a channel of YouTube.
  let isOfChannel: Bool
  private let query: Substring

  /// Takes a text apart; nil at once for nearly every text that names no post of a network.
  init?(_ text: String, in account: AccountKey?) {
    var text = text
    guard text.utf8.count <= PostName.longest,
      let mark = text.withUTF8({ PostAddressMark($0) })
    else { return nil }
    isOfChannel = account?.kind == .youtube
    scheme = mark.scheme
    let rest = Substring(text.utf8.dropFirst(mark.start))
    if mark.scheme == .youtube || mark.scheme == .bluesky {
      (host, query) = ("", "")
      path = rest.split(separator: ":", omittingEmptySubsequences: false)
      return
    }
    let plain = rest.prefix { $0 != "#" }
    let halves = plain.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let pieces = (halves.first ?? "").split(separator: "/")
    guard let first = pieces.first else { return nil }
    host = mark.scheme == .web ? Self.host(first) : String(first)
    guard mark.scheme == .at || Self.isHost(host) else { return nil }
    path = Array(pieces.dropFirst())
    query = halves.count > 1 ? halves[1] : ""
  }

  /// The value of a parameter; nil where it is not there.
  func parameter(_ name: String) -> Substring? {
    query.split(separator: "&").first { $0.hasPrefix(name + "=") }?.dropFirst(name.utf8.count + 1)
  }

  /// Whether the host is this one or lies below it.
  func isBelow(_ name: String) -> Bool { host == name || host.hasSuffix("." + name) }

  // A name with dots, and digits behind a colon.
  private static func isHost(_ host: String) -> Bool {
    let parts = host.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count <= 2 && parts[0].isUserName && parts[0].contains(".")
      && parts.dropFirst().allSatisfy { $0.utf8.allSatisfy(AddressByte.isDigit) }
  }

  private static func host(_ written: Substring) -> String {
    let host = Address(String(written)).canonical
    let plain = host.lastIndex(of: "@").map { host[host.index(after: $0)...] } ?? host[...]
    return String(plain.hasPrefix("www.") ? plain.dropFirst(4) : plain)
  }
}

/// Whether a text may name a post of a network, told from its bytes: every item of an import and
/// every page of a history passes here.
private struct PostAddressMark {
  let scheme: PostAddress.Scheme
  /// Where the host begins.
  let start: Int

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    if Self.begins(bytes, "at://") {
      (scheme, start) = (.at, 5)
    } else if Self.begins(
      bytes, "yt:video:")
    {
      (scheme, start) = (.youtube, 3)
    } else if Self.begins(bytes, "bsky:post:") {
      (scheme, start) = (.bluesky, 5)
    } else {
      let host = Self.begins(bytes, "https://") ? 8 : Self.begins(bytes, "http://") ? 7 : 0
      guard Self.mayBePost(bytes, host) else { return nil }
      (scheme, start) = (.web, host)
    }
  }

  private static func begins(
    _ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString, at start: Int = 0
  ) -> Bool {
    guard bytes.count - start >= word.utf8CodeUnitCount else { return false }
    for index in 0..<word.utf8CodeUnitCount
    where AddressByte.lowercased(bytes[start + index]) != word.utf8Start[index] {
      return false
    }
    return true
  }

  // One walk over host and path up to the second step.
  private static func mayBePost(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var slash = start
    while slash < bytes.count, bytes[slash] != AddressByte.slash {
      // What has no host has a blank or a mark in it before the first slash.
      if bytes[slash] <= AddressByte.space || bytes[slash] == AddressByte.question { return false }
      slash += 1
    }
    var first = slash
    while first < bytes.count, bytes[first] == AddressByte.slash { first += 1 }
    guard slash > start, first < bytes.count else { return false }
    if bytes[first] == AddressByte.at { return true }
    if words.contains(where: { begins(bytes, $0, at: first) }) { return true }
    if begins(bytes, "youtu.be", at: start) || begins(bytes, "www.youtu.be", at: start) {
      return true
    }
    guard let second = bytes[first...].firstIndex(of: AddressByte.slash) else { return false }
    return begins(bytes, "/status", at: second)
  }

  /// With what the paths of posts begin, besides `@user`; `/user/status/1` and `youtu.be` apart.
  private static let words: [StaticString] = [
    "users/", "ap/users/", "web/", "deck/", "statuses/", "p/", "i/", "notes/", "notice/",
    "objects/", "display/", "profile/", "watch", "shorts/", "embed/", "live/", "v/",
  ]
}

extension Substring {
  /// Whether it has the form of a number of a network: digits that begin with no zero.
  var isPostNumber: Bool {
    !isEmpty && utf8.count <= 20 && utf8.first != UInt8(ascii: "0")
      && utf8.allSatisfy(AddressByte.isDigit)
  }

  /// Whether it is a number that holds a moment, and is therefore given once on its server.
  var isSnowflake: Bool { utf8.count >= 15 && isPostNumber && UInt64(self) != nil }

  /// Whether it has the form of a ULID: 26 characters of Crockford's alphabet.
  /// https://github.com/ulid/spec
  var isULID: Bool {
    utf8.count == 26 && utf8.first.map { $0 <= UInt8(ascii: "7") } == true
      && utf8.allSatisfy { byte in
        let small = byte | 0x20
        return AddressByte.isDigit(byte)
          || AddressByte.isLetter(byte) && !"ilou".utf8.contains(small)
      }
  }

  /// Whether it can be the name of somebody on a network, without a sign before it.
  var isUserName: Bool {
    !isEmpty
      && utf8.allSatisfy {
        AddressByte.isLetter($0) || AddressByte.isDigit($0) || $0 == AddressByte.dot
          || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
      }
  }
}
