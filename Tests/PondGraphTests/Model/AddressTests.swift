import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Addresses")
struct AddressTests {
  @Test(
    "two spellings of one address have one canonical form",
    arguments: [
      ("https://Example.org/feed/", "example.org/feed"),
      ("http://example.org:80/feed", "example.org/feed"),
      ("https://example.org:443/feed//", "example.org/feed"),
      ("feed://example.org/feed", "example.org/feed"),
      ("feed:https://example.org/feed#top", "example.org/feed"),
      ("FEED:HTTP://EXAMPLE.ORG/Feed", "example.org/Feed"),
      ("http://http://example.org/feed", "example.org/feed"),
      ("  https://example.org/feed\n", "example.org/feed"),
      ("example.org/feed/", "example.org/feed"),
      ("//example.org/feed", "//example.org/feed"),
      ("https://example.org", "example.org"),
      ("https://example.org/", "example.org"),
      ("https://example.org/?utm_source=rss", "example.org"),
      ("https://example.org/a?utm_source=x&b=2&UTM_medium=y", "example.org/a?b=2"),
      ("https://example.org/a/?b=2", "example.org/a?b=2"),
      ("https://example.org/a?B=C%2f&d", "example.org/a?B=C%2f&d"),
      ("https://example.org:8080/feed", "example.org:8080/feed"),
      ("https://[2001:DB8::1]:80/feed", "[2001:db8::1]/feed"),
      ("https://Ada:S3cret@Example.org/feed/", "Ada:S3cret@example.org/feed"),
      ("https://Bücher.example/Über", "xn--bcher-kva.example/Über"),
      ("https://BU\u{308}CHER.example", "xn--bcher-kva.example"),
      ("https://xn--bcher-kva.example/", "xn--bcher-kva.example"),
      ("https://例え。テスト:8443/x", "xn--r8jz45g.xn--zckzah:8443/x"),
      ("https://почта.example./", "xn--80a1acny.example"),
      ("https://example.org./feed", "example.org/feed"),
      ("https://example.org.:443/feed", "example.org/feed"),
      ("https://example.org..:8080/feed", "example.org:8080/feed"),
      ("https://www.example.org/feed", "www.example.org/feed"),
      ("https://./feed", "./feed"),
      ("http://localhost:4000/feed", "localhost:4000/feed"),
    ])
  func canonicalForms(written: String, canonical: String) {
    #expect(Address(written).canonical == canonical)
  }

  @Test(
    "an address that is no HTTP address is its own canonical form, trimmed",
    arguments: [
      "exec:~/bin/Feed.sh --Fast", "filter:~/bin/clean.py:https://Example.org/feed/",
      "|curl https://Example.org/", "newsletter:17:News@Letters.example", "Ada@Example.org",
      "view-source:https://Example.org/feed/", "vfolder", "query:Unread:unread = \"yes\"",
      "Feeds/Local.XML", "mailto:Ada@Example.org", "http://", "",
    ])
  func otherForms(written: String) {
    #expect(Address(written).canonical == written)
    #expect(Address("  \(written)\t").canonical == written)
  }

  @Test("the canonical form of a canonical form is itself, whatever bytes come")
  func canonicalIsIdempotent() {
    var dice = Dice(seed: 7)
    let pieces = [
      "http:", "https:", "feed:", "//", "/", " ", "#", "?", "&", "utm_a=1", "=", "@", ":", "80",
      "443", "8080", "Ada", "Example.ORG", ".", "localhost", "[::1]", "|", "exec:", "é", "%2F",
      "newsletter:", "\t", "mailto:", "a", "。", ":80.",
    ]
    for _ in 0..<20_000 {
      let written = (0..<dice.below(12)).map { _ in pieces[dice.below(pieces.count)] }.joined()
      let once = Address(written).canonical
      #expect(Address(once).canonical == once, "\(written.debugDescription)")
    }
  }

  @Test(
    "secrets in addresses are masked (I8)",
    arguments: [
      ("https://ada:s3cret@example.org/feed", "https://***@example.org/feed"),
      ("ada:s3cret@example.org/feed", "***@example.org/feed"),
      ("token123@example.org/feed", "***@example.org/feed"),
      ("https://token123@example.org/feed", "https://***@example.org/feed"),
      ("https://a.example/r/k3j9x0q2m7p1z8v4b6n5k2j8.xml", "https://a.example/r/***"),
      ("https://pods.example/rss/show?auth=Ab3dEf9hIj", "https://pods.example/rss/show?auth=***"),
      (
        "https://example.org/f?a=1&Access_Token=x&b=2",
        "https://example.org/f?a=1&Access_Token=***&b=2"
      ),
      (
        "https://example.org/f?a=1&amp;rss_token=x&b=2",
        "https://example.org/f?a=1&amp;rss_token=***&b=2"
      ),
      (
        "https://links.example/click?key=0123456789abcdef0123&v=1",
        "https://links.example/click?key=***&v=1"
      ),
      (
        "https://pods.example/content/eyJ0ZXN0IjoiQWRhMTIzNDU2Nzg5MCIsImEiOjF9.rss",
        "https://pods.example/content/***"
      ),
      (
        "https://letters.example/feed/podcast/17/private/0f0e0d0c-1a2b-3c4d-5e6f.rss",
        "https://letters.example/feed/podcast/17/private/***"
      ),
      (
        "https://bridge.example/?url=https%3A%2F%2Fada%3Apw%40example.org%2Ffeed",
        "https://bridge.example/?url=***"
      ),
      (
        "https://stats.example/rss?un=ada@example.org&n=1",
        "https://stats.example/rss?un=***&n=1"
      ),
      (
        "filter:~/bin/clean.py:https://ada:pw@example.org/feed",
        "filter:~/bin/clean.py:https://***@example.org/feed"
      ),
      ("https://a.example/feed?privaterss=0f1e2d", "https://a.example/feed?privaterss=***"),
      (
        "https://forum.example/rss?user=ada&hash=0f1e2d3c",
        "https://forum.example/rss?user=ada&hash=***"
      ),
      ("https://ghost.example/rss/?uuid=0f1e2d3c", "https://ghost.example/rss/?uuid=***"),
      (
        "https://tracker.example/t.rss?u=1;tp=0f1e2d3c4b5a6978",
        "https://tracker.example/t.rss?u=1;tp=***"
      ),
      ("https://a.example/f?k=9aB8c7D6e5F4g3", "https://a.example/f?k=***"),
      (
        "https://www.reddit.com/.rss?feed=0f1e2d3c&user=ada",
        "https://www.reddit.com/.rss?feed=***&user=ada"
      ),
      (
        "https://www.newsblur.com/reader/starred_rss/1234/0f1e2d/tag",
        "https://www.newsblur.com/reader/starred_rss/1234/***/tag"
      ),
      (
        "https://www.google.de/alerts/feeds/0123/4567", "https://www.google.de/alerts/feeds/***/***"
      ),
      (
        "https://kill-the-newsletter.com/feeds/ab1cd.xml",
        "https://kill-the-newsletter.com/feeds/***"
      ),
      (
        "https://ada.supportingcast.fm/content/eyJ0.rss",
        "https://ada.supportingcast.fm/content/***"
      ),
      ("feeds.pinboard.in/rss/secret:0f1e2d3c/u:ada/", "feeds.pinboard.in/rss/***/u:ada/"),
      (
        "https://feeds.members.example/rss/0f0e0d0c-1a2b-3c4d-5e6f-778899aabbcc",
        "https://feeds.members.example/rss/***"
      ),
      ("https://a.example/private/0f0e0d0c1a2b3c4d/all", "https://a.example/private/***/all"),
      ("https://a.example/r/k3j9x0q2m7p1z8v4b6n5.xml", "https://a.example/r/***"),
    ])
  func masksSecrets(written: String, shown: String) {
    #expect(Address(written).masked == shown)
    #expect("\(Address(written))" == shown)
  }

  @Test("for scripts only certain credentials are masked: addresses are written as they stand (I8)")
  func masksCredentialsForScripts() {
    let shown = [
      "https://ada:s3cret@example.org/feed?token=abc": "https://***@example.org/feed?token=***",
      "https://links.example/click?key=0123456789abcdef0123":
        "https://links.example/click?key=0123456789abcdef0123",
      "https://blog.example/rss-TBPekxc1dLNy5DOloPfzVvFIVO":
        "https://blog.example/rss-TBPekxc1dLNy5DOloPfzVvFIVO",
    ]
    for (written, expected) in shown {
      #expect(Address(written).maskedWhereCertain == expected)
    }
  }

  @Test("an identifier is written as it stands but for a password before a host (R-4)")
  func identifiers() {
    for written in [
      "tag:ann@host.example,2026:1", "urn:x:a@b", "https://example.org/p?token=abc",
      "ann@host.example/1", "https://ann@host.example/1", "yt:video:abc",
    ] {
      #expect(Address(written).maskedIdentifier == written)
    }
    #expect(Address("https://a:b@host.example/1").maskedIdentifier == "https://***@host.example/1")
  }

  @Test(
    "harmless addresses are shown exactly as written",
    arguments: [
      "https://example.org/feed", "https://Example.org/?p=1&key=short#x", "ada@example.org",
      "newsletter:17:news@letters.example", "https://example.social/@ada.rss",
      "https://videos.example/feeds/videos.xml?channel_id=UCabcDEF123ghiJKL456mnoP",
      "https://videos.example/channel/UCabcDEF123ghiJKL456mnoP",
      "https://pods.example/981c000a01bbdc1f128d260cc91c15d3a6afb530.xml",
      "https://pods.example/shows/0f0e0d0c-1a2b-3c4d-5e6f-778899aabbcc/podcast.rss",
      "https://example.org/The-Longest-Title-Of-All-Times-2024/feed",
      "https://photos.example/feed?user_id=12452841@N00&lang=zh-hk",
      "https://blog.example/?feed=rss2", "https://pod.example/?feed=podcast-aac128",
      "https://blog.example/premium/ten-best-kettles-of-2024/feed",
      "https://us1.campaign-archive.com/feed?u=0f0e0d0c1a2b3c4d5e6f&id=0f0e0d0c1a",
      "https://videos.example/feeds/videos.xml?playlist_id=PLabcDEF123ghiJKL456mnoPQR789stU",
      "https://feeds.megaphone.fm/k3j9x0q2m7p1z8v4b6n5",
      "https://example.org/feed?xn_auth=no", "tag:ann@host.example,2026:1", "urn:x:a@b.example",
      "https://example.org/@ann/feed", "https://example.org/a@b.example/feed",
      "|curl https://example.org/", "vfolder", "",
    ])
  func showsHarmless(written: String) {
    #expect(Address(written).masked == written)
  }

  @Test(
    "an address names its account by kind and canonical form",
    arguments: [
      ("https://example.org/feed/", AccountKind.feed, "example.org/feed"),
      ("newsletter:17:news@letters.example", .newsletter, "newsletter:17:news@letters.example"),
      ("news@letters.example", .newsletter, "news@letters.example"),
      ("ada@example.org/feed", .feed, "ada@example.org/feed"),
      ("exec:~/bin/feed.sh", .command, "exec:~/bin/feed.sh"),
      ("filter:cmd:https://example.org/", .command, "filter:cmd:https://example.org/"),
      ("|cmd", .command, "exec:cmd"),
    ])
  func keys(written: String, kind: AccountKind, value: String) {
    #expect(AccountKey(reading: Address(written)) == AccountKey(kind: kind, value: value))
  }

  @Test("a key that is printed leaks nothing (I8)")
  func printedKeysAreMasked() {
    let key = AccountKey(reading: Address("https://ada:s3cret@example.org/feed?token=abc"))
    #expect(key.description == "feed:***@example.org/feed?token=***")
  }
}

// A generator of its own until tests share one.
private struct Dice {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}
