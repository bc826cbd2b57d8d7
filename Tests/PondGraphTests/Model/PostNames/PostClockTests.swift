import Foundation
import Testing

@testable import PondGraph

/// The moments inside ids, which undated acts take (issue 12 E-8).
@Suite("Moments inside ids")
struct PostClockTests {
  private let now = Date(timeIntervalSince1970: 1_780_300_800)  // 2026-06-01T08:00Z

  private func moment(_ text: String) -> Date? { PostName.moment(in: text, now: now) }

  @Test(
    "an id says when its post was made",
    arguments: [
      // The examples of X's and of Mastodon's own documentation.
      ("https://x.com/ada/status/1050118621198921728", "2018-10-10T20:19:24Z"),
      ("https://soc.example/@ada/103270115826048975", "2019-12-08T03:48:33Z"),
      ("https://soc.example/users/ada/statuses/116639819366400000", "2026-05-26T08:00:00Z"),
      ("https://soc.example/ap/users/1/statuses/116639819366400000", "2026-05-26T08:00:00Z"),
      ("https://x.com/ada/status/2059182749905846272", "2026-05-26T08:00:00Z"),
      ("https://pix.example/p/ada/964797294182400000", "2026-05-26T08:00:00Z"),
      ("https://gts.example/@ada/statuses/01KSHMRE00T0Q9V8W7XYZABCDE", "2026-05-26T08:00:00Z"),
      ("https://gts.example/@ada/statuses/01kshmre00t0q9v8w7xyzabcde", "2026-05-26T08:00:00Z"),
      ("https://gts.example/@ada/statuses/01ARZ3NDEKTSV4RRFFQ69G5FAV", "2016-07-30T23:54:10Z"),
      ("https://mk.example/notes/ampwsu80zz", "2026-05-26T08:00:00Z"),
      ("https://mk.example/notes/ampwsu80abcd0001", "2026-05-26T08:00:00Z"),
      ("https://mk.example/notes/819e634c3800abcdef012345", "2026-05-26T08:00:00Z"),
      ("https://mk.example/notes/6a155300abcdef0123456789", "2026-05-26T08:00:00Z"),
      ("https://akk.example/notice/B6gMt5MJyJ61NgYu99", "2026-05-26T08:00:00Z"),
      ("at://did:plc:abc234/app.bsky.feed.post/3mmqjkvpk2227", "2026-05-26T08:00:00Z"),
      ("https://bsky.app/profile/ada.example/post/3mmqjkvpk2227", "2026-05-26T08:00:00Z"),
    ])
  func moments(_ text: String, _ expected: String) throws {
    let found = try #require(moment(text))
    let whole = Date(timeIntervalSince1970: found.timeIntervalSince1970.rounded(.down))
    #expect(whole.formatted(.iso8601) == expected)
  }

  @Test(
    "an id without a moment, or with one that cannot be, has none",
    arguments: [
      "https://x.com/jack/status/20", "https://soc.example/@ada/4711",
      "https://soc.example/@ada/99999999999999",  // 14 digits: counted, not timed
      "https://soc.example/@ada/100000000000000",  // 1970
      "https://soc.example/@ada/74453719449599999",  // the last of 2005
      "https://soc.example/@ada/268894502551552000",  // 2100
      "https://x.com/ada/status/18446744073709551615",
      "https://akk.example/notice/4711", "https://akk.example/notice/000000000000000000",
      "https://akk.example/notice/zzzzzzzzzzzzzzzzzz", "https://mk.example/notes/0000000000",
      "https://akk.example/objects/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
      "https://mk.example/notes/ffffffffffffffffffffffff",
      "https://gts.example/@ada/statuses/7ZZZZZZZZZZZZZZZZZZZZZZZZZ",
      "at://did:plc:abc234/app.bsky.feed.post/self", "bsky:post:2222222222222",
      "https://www.youtube.com/watch?v=a1B2c3D4e5_", "https://blog.example/1050118621198921728",
    ])
  func none(_ text: String) {
    #expect(moment(text) == nil)
  }

  @Test("X counted until 29,700,859,247 and keeps time since")
  func countedX() {
    #expect(PostClock.x(PostClock.lastCountedX) == nil)
    #expect(PostClock.x(PostClock.lastCountedX + 1) != nil)
  }

  @Test("a moment counts from 2006 on, and up to a day after the present, both ends included")
  func ends() {
    let (early, late) = (PostClock.earliest, now.addingTimeInterval(PostClock.haste))
    #expect(PostClock.plausible(early, now: now) == early)
    #expect(PostClock.plausible(early.addingTimeInterval(-0.001), now: now) == nil)
    #expect(PostClock.plausible(late, now: now) == late)
    #expect(PostClock.plausible(late.addingTimeInterval(0.001), now: now) == nil)
    #expect(PostClock.plausible(nil, now: now) == nil)
    #expect(early.formatted(.iso8601) == "2006-01-01T00:00:00Z")
  }
}
