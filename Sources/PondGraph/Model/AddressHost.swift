import Foundation

/// One spelling for hosts that have several: letters beyond ASCII as browsers write them (`xn--…`), no
/// dots behind the name.
enum AddressHost {
  /// The host in its one spelling, with the port that stands behind it where it is no default port.
  /// Other hosts than those with foreign letters or dots at the end need not come here: of them only the
  /// case differs. A host that is nothing but dots is its own spelling.
  static func canonical(_ written: String) -> String {
    let whole = withoutEnd(written.precomposedStringWithCanonicalMapping.lowercased()[...])
    guard !whole.isEmpty else { return written.lowercased() }
    let port = whole.lastIndex(of: ":").map { whole[$0...] } ?? ""
    let hasPort = !port.isEmpty && port.dropFirst().utf8.allSatisfy(AddressByte.isDigit)
    let name = withoutEnd(hasPort ? whole.dropLast(port.count) : whole)
    let labels = name.split(omittingEmptySubsequences: false) { dots.contains($0) }
    return labels.map(ascii).joined(separator: ".") + (hasPort ? port : "")
  }

  // Dots and default ports, in whatever order they stand there.
  private static func withoutEnd(_ host: Substring) -> Substring {
    var host = host
    while let last = host.last {
      let end = [":443", ":80", ":"].first { host.hasSuffix($0) }
      guard let length = end?.count ?? (dots.contains(last) ? 1 : nil) else { break }
      host = host.dropLast(length)
    }
    return host
  }

  // What IDNA takes for a dot.
  private static let dots: Set<Character> = [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"]

  // No name of the network has a longer label; encoding takes time with the square of its length.
  private static let longest = 63

  private static func ascii(_ label: Substring) -> String {
    guard label.utf8.contains(where: { $0 >= 0x80 }), label.unicodeScalars.count <= longest else {
      return String(label)
    }
    return "xn--" + punycode(label.unicodeScalars.map(\.value))
  }

  // MARK: Punycode (RFC 3492, section 6.3)

  private static func punycode(_ scalars: [UInt32]) -> String {
    var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
    let basic = output.count
    var (handled, next, delta, bias) = (UInt32(basic), UInt32(128), UInt32(0), UInt32(72))
    if basic > 0 { output.append(UInt8(ascii: "-")) }
    while let least = scalars.filter({ $0 >= next }).min() {
      delta += (least - next) * (handled + 1)
      next = least
      for scalar in scalars {
        if scalar < next { delta += 1 }
        guard scalar == next else { continue }
        output += digits(delta, bias)
        bias = adapted(delta, handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func digits(_ delta: UInt32, _ bias: UInt32) -> [UInt8] {
    var (rest, place, written) = (delta, UInt32(36), [UInt8]())
    while true {
      let limit = place <= bias ? 1 : min(place - bias, 26)
      guard rest >= limit else { break }
      written.append(digit(limit + (rest - limit) % (36 - limit)))
      rest = (rest - limit) / (36 - limit)
      place += 36
    }
    return written + [digit(rest)]
  }

  private static func digit(_ value: UInt32) -> UInt8 {
    UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30)
  }

  private static func adapted(_ delta: UInt32, _ count: UInt32, isFirst: Bool) -> UInt32 {
    var rest = isFirst ? delta / 700 : delta / 2
    rest += rest / count
    var place: UInt32 = 0
    while rest > 455 {
      rest /= 35
      place += 36
    }
    return place + 36 * rest / (rest + 38)
  }
}
