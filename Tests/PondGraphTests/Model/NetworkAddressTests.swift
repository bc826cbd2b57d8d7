import Testing

@testable import PondGraph

/// Which account of which network an address stands for (I5).
@Suite("Addresses of networks")
struct NetworkAddressTests {
  @Test(
    "a network's own feed of an account is that account",
    arguments: [
      (
        "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv",
        "youtube:UCabcdefghijklmnopqrstuv"
      ),
      (
        "http://youtube.com/feeds/videos.xml?a=b&channel_id=UCabcdefghijklmnopqrstuv",
        "youtube:UCabcdefghijklmnopqrstuv"
      ),
      ("https://bsky.app/profile/did:plc:abc/rss", "bluesky:did:plc:abc"),
      ("https://bsky.app/profile/did:plc:abc/xml", "feed:bsky.app/profile/did:plc:abc/xml"),
      ("https://bsky.app/feed/did:plc:abc/rss", "feed:bsky.app/feed/did:plc:abc/rss"),
      ("https://bsky.app/profile/ada.example/rss", "feed:bsky.app/profile/ada.example/rss"),
      ("https://social.example/@Ada.rss", "fediverse:ada@social.example"),
      ("https://social.example/users/ada.atom", "fediverse:ada@social.example"),
      ("https://social.example/@Ada.atom", "fediverse:ada@social.example"),
      ("https://social.example/users/ada/feed.rss", "fediverse:ada@social.example"),
      ("https://social.example/users/ada/feed.atom", "fediverse:ada@social.example"),
      ("https://social.example/users/ada/feed", "fediverse:ada@social.example"),
      ("https://social.example/@ada/feed.rss", "fediverse:ada@social.example"),
      ("https://social.example./@ada.rss", "fediverse:ada@social.example"),
      (
        "https://www.youtube.com/feeds/videos.xml?playlist_id=UUabcdefghijklmnopqrstuv",
        "youtube:UCabcdefghijklmnopqrstuv"
      ),
      (
        "https://www.youtube.com/feeds/videos.xml?playlist_id=UULFabcdefghijklmnopqrstuv",
        "youtube:UCabcdefghijklmnopqrstuv"
      ),
      (
        "https://www.youtube.com/feeds/videos.xml?playlist_id=UUSHabcdefghijklmnopqrstuv",
        "youtube:UCabcdefghijklmnopqrstuv"
      ),
      (
        "https://www.youtube.com/feeds/videos.xml?playlist_id=UULVabcdefghijklmnopqrstuv",
        "youtube:UCabcdefghijklmnopqrstuv"
      ),
      (
        "https://www.youtube.com/feeds/videos.xml?playlist_id=PLabcdefghijklmnopqrstuv",
        "feed:www.youtube.com/feeds/videos.xml?playlist_id=PLabcdefghijklmnopqrstuv"
      ),
      (
        "https://inv.example/feed/channel/UCabcdefghijklmnopqrstuv",
        "youtube:UCabcdefghijklmnopqrstuv"
      ),
      (
        "https://api.piped.example/feed/unauthenticated/rss?channels=UCabcdefghijklmnopqrstuv",
        "youtube:UCabcdefghijklmnopqrstuv"
      ),
      (
        "https://hub.example/youtube/channel/UCabcdefghijklmnopqrstuv",
        "youtube:UCabcdefghijklmnopqrstuv"
      ),
      (
        "https://api.piped.example/feed/unauthenticated/rss?channels=UCa,UCb",
        "feed:api.piped.example/feed/unauthenticated/rss?channels=UCa,UCb"
      ),
      ("https://inv.example/feed/channel/UCshort", "feed:inv.example/feed/channel/UCshort"),
      ("https://nitter.net/Ada/rss", "x:@ada"),
      ("https://xcancel.com/ada/with_replies/rss", "x:@ada"),
      ("https://nitter.net/search/rss?q=pond", "feed:nitter.net/search/rss?q=pond"),
      ("https://nitter.net/ada-pond/rss", "feed:nitter.net/ada-pond/rss"),
      ("https://nitter.net/ada_pond_1234567/rss", "feed:nitter.net/ada_pond_1234567/rss"),
      ("https://nitter.net/ada_pond_123456/rss", "x:@ada_pond_123456"),
      ("https://blog.example/ada/rss", "feed:blog.example/ada/rss"),
      ("https://blog.example/@ada/feed", "feed:blog.example/@ada/feed"),
      ("https://bsky.app/profile/ada.example/rss", "feed:bsky.app/profile/ada.example/rss"),
      ("https://bsky.app/profile/did:plc:abc234/rss", "bluesky:did:plc:abc234"),
      ("https://www.reddit.com/r/Ponds/.rss", "reddit:r/ponds"),
      ("https://github.com/Ada.atom", "github:ada"),
      ("https://example.org/feed", "feed:example.org/feed"),
      (
        "https://www.youtube.com/feeds/videos.xml?user=ada",
        "feed:www.youtube.com/feeds/videos.xml?user=ada"
      ),
      ("https://medium.com/feed/@ada", "feed:medium.com/feed/@ada"),
      ("https://github.com/ada/pond/releases.atom", "feed:github.com/ada/pond/releases.atom"),
    ])
  func feeds(_ address: String, _ key: String) {
    let found = AccountKey(reading: Address(address))
    #expect("\(found.kind.rawValue):\(found.value)" == key)
    #expect(AccountKey(kind: .feed, value: Address(address).canonical).resolved == found)
  }

  @Test(
    "a profile's address names its account; other pages name none",
    arguments: [
      ("https://social.example/@Ada", "fediverse:ada@social.example"),
      ("https://social.example/users/ada", "fediverse:ada@social.example"),
      ("https://social.example/ap/users/1234", "actor:social.example/ap/users/1234"),
      ("https://twitter.com/intent/user?user_id=42", "x:42"),
      ("https://nitter.example/Ada", "x:@ada"),
      ("https://nitter.example/ada/media", "x:@ada"),
      ("https://www.instagram.com/_u/Ada.Pond", "instagram:ada.pond"),
      ("https://www.instagram.com/ada_pond/", "instagram:ada_pond"),
      ("https://www.threads.net/@ada", "threads:ada"),
      ("https://de.linkedin.com/in/Ada-Example", "linkedin:in/ada-example"),
      (
        "http://www.youtube.com/channel/UCabcdefghijklmnopqrstuv",
        "youtube:UCabcdefghijklmnopqrstuv"
      ),
      ("https://inv.example/channel/UCabcdefghijklmnopqrstuv", "youtube:UCabcdefghijklmnopqrstuv"),
      ("https://www.instagram.com/ada!pond", nil),
      ("https://www.instagram.com/ada-pond", "instagram:ada-pond"),
      ("https://social.example/users/feed", "fediverse:feed@social.example"),
      ("https://old.reddit.com/u/Ada", nil), ("https://github.com/ada/pond", nil),
      ("https://www.linkedin.com/company/acme", nil),
      ("https://www.linkedin.com/in/ada/details", nil), ("https://nitter.example/ada/likes", nil),
      ("https://x.com/i/user/42", "x:42"), ("https://x.com/a/user/42", nil),
      ("https://x.com/i/lists/42", nil), ("https://bsky.app/profile/did:plc:abc/feed", nil),
      ("https://x.com/ada", nil), ("https://www.instagram.com/p/abc/", nil),
      ("https://medium.com/@ada", nil), ("https://example.org/@", nil), ("", nil),
      ("https://www.reddit.com/user/Ada/", "reddit:u/ada"),
    ] as [(String, String?)])
  func profiles(_ address: String, _ key: String?) {
    let found = AccountKey(profile: Address(address))
    #expect(found.map { "\($0.kind.rawValue):\($0.value)" } == key)
  }

  @Test("the profile page of an account names that account again")
  func roundTrip() {
    let keys = [
      AccountKey(kind: .fediverse, value: "ada@social.example"), AccountKey(kind: .x, value: "42"),
      AccountKey(kind: .bluesky, value: "did:plc:abc"),
      AccountKey(kind: .instagram, value: "ada"), AccountKey(kind: .threads, value: "ada"),
      AccountKey(kind: .linkedin, value: "in/ada"), AccountKey(kind: .reddit, value: "r/ponds"),
      AccountKey(kind: .reddit, value: "u/ada"), AccountKey(kind: .github, value: "ada"),
      AccountKey(kind: .youtube, value: "UCabcdefghijklmnopqrstuv"),
      AccountKey(kind: .actor, value: "social.example/ap/users/1"),
    ]
    for key in keys { #expect(key.profile.flatMap(AccountKey.init(profile:)) == key) }
  }

  @Test("who is known by a front's feed alone is opened by the handle")
  func handle() {
    let key = AccountKey(reading: Address("https://nitter.net/Ada/rss"))
    #expect(key.profile?.written == "https://x.com/ada")
  }

  @Test("an account stored before hosts had one spelling is the same account")
  func respelled() {
    let stored = AccountKey(kind: .feed, value: "b\u{FC}cher.example/feed")
    #expect(stored.resolved == AccountKey(reading: Address("https://xn--bcher-kva.example/feed")))
  }

  @Test("a name of a network is shown whole; what is read at an address hides its secrets (I8)")
  func shown() {
    let nostr = String(repeating: "0123456789abcdef", count: 4)
    #expect(AccountKey(kind: .nostr, value: nostr).shown == nostr)
    let secret = AccountKey(reading: Address("https://ada:pass@example.org/feed"))
    #expect(!secret.shown.contains("pass"))
  }
}
