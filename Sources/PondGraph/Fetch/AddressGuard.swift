import Foundation

/// Which numeric addresses of the network Pond connects to: those of the open internet.
///
/// What a list or a redirect names must not reach the router, the printer or the cloud's metadata:
/// RFC 6890 and the registries of IANA name the ranges. Asked with the address of the connection
/// itself, so that no name can mean one thing when it is checked and another when it is used.
package enum AddressGuard {
  /// Whether a host is a number, of IPv4 or IPv6, outside of the open internet. Where a name leads, only the
  /// connection tells.
  package static func isPrivateNumber(host: String) -> Bool {
    let number = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    var v4 = in_addr()
    if inet_pton(AF_INET, number, &v4) == 1 {
      return withUnsafeBytes(of: v4) { !isPublic(v4: Array($0)) }
    }
    var v6 = in6_addr()
    guard inet_pton(AF_INET6, number, &v6) == 1 else { return false }
    return withUnsafeBytes(of: v6) { !isPublic(v6: Array($0)) }
  }

  /// Whether four bytes of IPv4 are an address of the open internet.
  package static func isPublic(v4 bytes: [UInt8]) -> Bool {
    guard bytes.count == 4 else { return false }
    let (first, second, third) = (bytes[0], bytes[1], bytes[2])
    switch first {
    case 0, 10, 127, 224...255: return false
    case 100: return !(64...127).contains(second)
    case 169: return second != 254
    case 172: return !(16...31).contains(second)
    case 192:
      return second != 168 && !(second == 0 && (third == 0 || third == 2))
        && !(second == 88 && third == 99)
    case 198: return second != 18 && second != 19 && !(second == 51 && third == 100)
    case 203: return !(second == 0 && third == 113)
    default: return true
    }
  }

  /// Whether sixteen bytes of IPv6 are one; those that hold an address of IPv4 are judged by it.
  package static func isPublic(v6 bytes: [UInt8]) -> Bool {
    guard bytes.count == 16 else { return false }
    let head = Array(bytes.prefix(12))
    let isMapped = head.prefix(10).allSatisfy { $0 == 0 } && head.suffix(2) == [255, 255]
    let isTranslated = head == [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
    if isMapped || isTranslated { return isPublic(v4: Array(bytes.suffix(4))) }
    guard bytes[0] & 0xE0 == 0x20 else { return false }
    switch (bytes[0], bytes[1]) {
    // 6to4, judged by the address inside.
    case (0x20, 0x02): return isPublic(v4: Array(bytes[2..<6]))
    // 2001::/23 is for protocols, Teredo among them; 2001:db8::/32 for documents.
    case (0x20, 0x01): return bytes[2] > 1 && !(bytes[2] == 0x0D && bytes[3] == 0xB8)
    // 3fff::/20 is for documents too.
    case (0x3F, 0xFF): return bytes[2] >= 0x10
    default: return true
    }
  }
}
