/// The parameters of addresses whose values open a door, in one table: what every surface hides
/// (I8). Names are compared in small letters, with nothing but their letters.
enum SecretNames {
  /// How sure a name is.
  enum Weight {
    /// Whatever the value is.
    case certain
    /// Where the value is long: short keys are the names of pages, long ones open doors.
    case whenLong
    /// Where the value has the shape of a key: readers and blogs use the name for other things too.
    case withKey
  }

  /// What a name says of its value; nil for a name that says nothing.
  /// - Parameters:
  ///   - name: as the address writes it.
  ///   - host: in small letters; some servers have names of their own.
  static func weight(of name: String, host: Substring) -> Weight? {
    let plain = name.lowercased().filter { $0.isLetter }
    if certain.contains(plain) || certainEndings.contains(where: plain.hasSuffix) {
      return .certain
    }
    let isOwn = ownNames.contains { entry in
      host.isHost(below: entry.host) && entry.names.contains(plain)
    }
    if isOwn { return .certain }
    if keyEndings.contains(where: plain.hasSuffix) { return .whenLong }
    return withKey.contains(plain) ? .withKey : nil
  }

  private static let certain: Set<String> = [
    "auth", "pass", "pwd", "pw", "pin", "sig", "session", "jwt", "hmac", "credential",
    "credentials", "privaterss", "privatefeed", "passkey", "torrentpass", "apikey", "rsskey",
    "feedkey", "privatekey", "accesskey", "accountkey", "memberkey", "subscriberkey", "rsshash",
    "feedhash", "userhash", "authhash", "hash", "uuid", "slurm", "otp",
  ]
  private static let certainEndings = [
    "token", "authkey", "secret", "password", "passwd", "passphrase", "signature", "sessionid",
    "privatersskey", "sharedkey", "secretkey", "userkey",
  ]
  private static let withKey: Set<String> = [
    "h", "k", "feed", "guid", "uid", "user", "userid", "u", "member", "memberid",
    "subscriber", "subscriberid", "subscription", "patron", "customer", "account", "access", "code",
    "cred", "digest", "private", "priv", "rss", "s", "t", "tk", "tp", "tok", "ticket", "invite",
    "license", "licence", "login", "x", "z", "ident", "identity", "cookie", "crypt", "check",
    "checksum", "mac", "sha", "enc", "payload", "data", "policy", "c", "e", "m", "a", "i",
  ]
  private static let keyEndings = ["key", "sid", "sessid", "hash", "uuid"]
  // Reddit's private listings: `/.rss?feed=…&user=…`, `/message/inbox/.rss?feed=…`.
  private static let ownNames: [(host: String, names: Set<String>)] = [
    ("reddit.com", ["feed"])
  ]

  /// Identifiers that networks show to everybody, whatever they look like.
  static let open: Set<String> = [
    "channelid", "channel", "playlistid", "playlist", "list", "v", "p", "pageid", "postid", "tag",
    "category", "cat", "url", "q", "query", "search", "podcastid", "showid",
  ]
}

/// The places of known servers that hold a key in their path.
enum SecretPlaces {
  /// One kind of address: its server, and its path, where `*` is any segment and `?` a secret one.
  struct Place {
    let host: String
    let path: [Substring]

    init(_ host: String, _ path: String) {
      self.host = host
      self.path = path.split(separator: "/")
    }
  }

  /// Which segments of a path are secret.
  static func secretSegments(host: Substring, path: [Substring]) -> Set<Int> {
    var found: Set<Int> = []
    for place in table where place.path.count <= path.count && host.isHost(below: place.host) {
      let fits = zip(place.path, path).allSatisfy { $0 == "*" || $0 == "?" || $0 == $1 }
      if fits { found.formUnion(place.path.indices.filter { place.path[$0] == "?" }) }
    }
    return found
  }

  /// Whether everything at this server is for one member alone, so that a segment that has the
  /// shape of a key is one.
  static func isForMembers(host: Substring) -> Bool {
    memberHosts.contains { host.isHost(below: $0) }
      || host.split(separator: ".").dropLast().contains { memberWords.contains(String($0)) }
  }

  /// Whether what follows this segment is for one member alone.
  static func isForMembers(segment: Substring) -> Bool {
    memberWords.contains(segment.lowercased()) || keyWords.contains(segment.lowercased())
  }

  /// Whether this server shows to everybody what looks like keys: only what is named for a
  /// credential is one there.
  static func isOpen(host: Substring) -> Bool { openHosts.contains { host.isHost(below: $0) } }

  private static let openHosts = [
    "youtube.com", "campaign-archive.com", "campaign-archive1.com", "campaign-archive2.com",
    "list-manage.com", "ncbi.nlm.nih.gov", "pubmed.ncbi.nlm.nih.gov", "soundcloud.com",
    "feeds.megaphone.fm", "omnycontent.com", "feeds.acast.com", "rss.art19.com",
  ]
  private static let table: [Place] = [
    Place("supportingcast.fm", "/content/?"),
    Place("supportingcast.fm", "/feed/?"),
    Place("newsblur.com", "/reader/*/*/?"),
    Place("google.*", "/alerts/feeds/?/?"),
    Place("kill-the-newsletter.com", "/feeds/?"),
    Place("notifier.in", "/rss/?"),
    Place("substack.com", "/feed/podcast/*/private/?"),
    Place("substack.com", "/feed/private/?"),
    Place("pinboard.in", "/rss/?/*"),
    Place("pinboard.in", "/json/?/*"),
    Place("instapaper.com", "/rss/*/?"),
    Place("instapaper.com", "/folder/*/rss/*/?"),
    Place("instapaper.com", "/starred/rss/*/?"),
    Place("instapaper.com", "/archive/rss/*/?"),
    Place("feedbin.com", "/starred/?"),
    Place("access.acast.com", "/rss/*/?"),
    Place("rss.torrentleech.org", "/?"),
    Place("wallabag.it", "/feed/*/?"),
    Place("bazqux.com", "/feed/?"),
  ]
  private static let memberHosts = [
    "supportingcast.fm", "supercast.com", "memberful.com", "glow.fm", "access.acast.com",
    "private.transistor.fm",
  ]
  private static let memberWords: Set<String> = [
    "member", "members", "private", "premium", "patron", "patrons", "supporter", "supporters",
    "subscriber", "subscribers", "backer", "backers", "insider", "insiders", "secret", "vip",
    "personal",
  ]
  private static let keyWords: Set<String> = [
    "pid", "uid", "token", "key", "auth", "hash", "access", "invite", "user_id", "apikey",
  ]
}

extension Substring {
  /// Whether this host, in small letters, is the other or below it; `name.*` is the name in any
  /// country.
  fileprivate func isHost(below other: String) -> Bool {
    if other.hasSuffix(".*") {
      let name = other.dropLast(2)
      let labels = split(separator: ".")
      return labels.count >= 2 && labels.dropLast().suffix(2).contains(name)
    }
    return self == other || hasSuffix("." + other)
  }
}
