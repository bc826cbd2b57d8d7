import Foundation
import Testing

@testable import PondGraph

@Suite("What Pond connects to (T-E15, T-N06)")
struct AddressGuardTests {
  @Test(
    "private, loopback, link-local, shared, multicast and reserved IPv4 is refused",
    arguments: [
      [0, 0, 0, 0], [10, 1, 2, 3], [100, 64, 0, 1], [100, 127, 255, 255], [127, 0, 0, 1],
      [127, 255, 0, 9], [169, 254, 169, 254], [172, 16, 0, 1], [172, 31, 255, 255], [192, 0, 0, 8],
      [192, 0, 2, 1], [192, 168, 1, 1], [198, 18, 0, 1], [198, 51, 100, 7], [203, 0, 113, 5],
      [224, 0, 0, 1], [255, 255, 255, 255], [240, 0, 0, 1],
    ] as [[UInt8]])
  func privateV4(bytes: [UInt8]) {
    #expect(!AddressGuard.isPublic(v4: bytes))
    let mapped = [UInt8](repeating: 0, count: 10) + [255, 255] + bytes
    #expect(!AddressGuard.isPublic(v6: mapped))
    #expect(
      !AddressGuard.isPublic(v6: [0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8) + bytes))
    #expect(!AddressGuard.isPublic(v6: [0x20, 0x02] + bytes + [UInt8](repeating: 0, count: 10)))
  }

  @Test(
    "the open internet is not",
    arguments: [
      [1, 1, 1, 1], [93, 184, 216, 34], [100, 63, 0, 1], [100, 128, 0, 1], [172, 15, 0, 1],
      [172, 32, 0, 1], [192, 1, 0, 1], [198, 20, 0, 1], [223, 255, 255, 255],
    ] as [[UInt8]])
  func publicV4(bytes: [UInt8]) {
    #expect(AddressGuard.isPublic(v4: bytes))
    #expect(AddressGuard.isPublic(v6: [UInt8](repeating: 0, count: 10) + [255, 255] + bytes))
  }

  @Test(
    "of IPv6 only global addresses are",
    arguments: [
      ("00000000000000000000000000000000", false), ("00000000000000000000000000000001", false),
      ("fe800000000000000000000000000001", false), ("fc000000000000000000000000000001", false),
      ("fd12345678900000000000000000abcd", false), ("ff020000000000000000000000000001", false),
      ("20010db8000000000000000000000001", false), ("20010000000000000000000000000001", false),
      ("26064700000000000000000000001111", true), ("2a000000000000000000000000000001", true),
      ("20014860486000000000000000008888", true), ("3fff0000000000000000000000000001", false),
    ])
  func v6(digits: String, isPublic: Bool) {
    let bytes = stride(from: 0, to: 32, by: 2).compactMap { place in
      let start = digits.index(digits.startIndex, offsetBy: place)
      return UInt8(digits[start..<digits.index(start, offsetBy: 2)], radix: 16)
    }
    #expect(bytes.count == 16 && AddressGuard.isPublic(v6: bytes) == isPublic)
  }

  @Test("an allowance is for a name and, where one is written, a port")
  func allowance() throws {
    let allowed = AllowedHosts(["NAS.local", "127.0.0.1:8080", "[::1]:9", "http://no/", "a b@c"])
    #expect(allowed.entries == ["127.0.0.1:8080", "[::1]:9", "nas.local"])
    let asked = { (text: String) in WebAddress(text).map(allowed.allows) }
    #expect(asked("http://nas.local:1234/feed") == true)
    #expect(asked("http://127.0.0.1:8080/feed") == true)
    #expect(asked("http://127.0.0.1:8081/feed") == false)
    #expect(asked("http://localhost:8080/feed") == false)
    #expect(asked("http://[::1]:9/feed") == true)
    // 0x7f000001 and 2130706433 are other spellings of the same number.
    #expect(asked("http://2130706433:8081/feed") == false)
  }

  @Test("an address is taken apart: user names stay out of what is asked, feed: is understood")
  func webAddress() throws {
    let address = try #require(WebAddress("feed://User:p%40ss@Example.org:8080/a b?c#d"))
    #expect(address.url == "http://Example.org:8080/a%20b?c" || address.host == "example.org")
    #expect(WebAddress("feed:https://user:p%40ss@example.org/x")?.password == "p@ss")
    #expect(WebAddress("feed:https://user:p%40ss@example.org/x")?.url == "https://example.org/x")
    #expect(WebAddress("example.org/feed")?.url == "https://example.org/feed")
    for other in ["exec:ls", "ftp://example.org/", "file:///etc/passwd", "", "x\ny", "me@host"] {
      #expect(WebAddress(other)?.scheme != "file" && WebAddress(other)?.scheme != "ftp", "\(other)")
    }
    #expect(WebAddress("http://a.example/\u{1}x") == nil && WebAddress("exec:ls.sh") == nil)
    let base = try #require(WebAddress("https://a.example/b/c?d"))
    #expect(base.following("../e")?.url == "https://a.example/e")
    #expect(base.following("//f.example/g")?.url == "https://f.example/g")
    #expect(base.following("file:///etc/passwd") == nil && base.following("javascript:x") == nil)
    #expect(base.following("/x\r\nX-Evil: 1") == nil)
  }
}
