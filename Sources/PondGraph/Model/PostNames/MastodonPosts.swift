/// Posts of Mastodon and of what writes addresses as it does (GoToSocial, Hometown, glitch-soc):
/// `/@user/1`, `/users/user/statuses/1`, `/ap/users/2/statuses/1`, each with `/embed` or `/activity`
/// behind it.
///
/// Where the number holds a moment it is given once on its server, and the name is server and number:
/// `/@user@other.example/1` is how a server shows a post of another, and its number is that server's own.
/// Shorter numbers of early years keep their user. GoToSocial's keys are ULIDs and are unique likewise.
enum MastodonPosts: PostNetwork {
  static func name(of address: PostAddress) -> PostName? {
    guard address.scheme == .web,
      !NetworkAddress.others.contains(address.host), let place = place(address.path)
    else { return nil }
    let (account, number) = (account(place, address.host), place.number)
    if number.isULID {
      return PostName(
        "\(address.host)/statuses/\(number.uppercased())", of: account,
        made: PostClock.ulid(number))
    }
    if number.isSnowflake {
      return PostName(
        "\(address.host)/statuses/\(number)", of: account,
        made: UInt64(number).flatMap(PostClock.mastodon))
    }
    guard number.isPostNumber, case .user(let user) = place.author else { return nil }
    return PostName("\(address.host)/@\(user.lowercased())/\(number)", of: account)
  }

  private enum Author {
    case user(Substring)
    case numbered(Substring)
    case unknown
  }

  private typealias Place = (author: Author, number: Substring)

  private static func place(_ written: [Substring]) -> Place? {
    var path = written[...]
    // The page as the server's own app shows it.
    if path.first == "web" || path.first == "deck" { path = path.dropFirst() }
    guard let first = path.first else { return nil }
    if path.count > 2, let last = path.last, endings.contains(last) { path = path.dropLast() }
    let steps = Array(path)
    switch first {
    case "users" where steps.count == 4 && steps[2] == "statuses":
      return steps[1].isUserName ? (.user(steps[1]), steps[3]) : nil
    case "ap" where steps.count == 5 && steps[3] == "statuses":
      return (.numbered(steps[2]), steps[4])
    case "statuses" where steps.count == 2: return (.unknown, steps[1])
    default:
      let user = first.dropFirst()
      guard first.hasPrefix("@"), isUser(user) else { return nil }
      if steps.count == 2 { return (.user(user), steps[1]) }
      return steps.count == 3 && steps[1] == "statuses" ? (.user(user), steps[2]) : nil
    }
  }

  private static let endings: Set<Substring> = ["embed", "activity", "replies"]

  private static func isUser(_ name: Substring) -> Bool {
    let parts = name.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy { $0.isUserName }
  }

  private static func account(_ place: Place, _ host: String) -> AccountKey? {
    switch place.author {
    case .user(let user):
      let name = user.contains("@") ? String(user) : "\(user)@\(host)"
      return AccountKey(kind: .fediverse, value: name.lowercased())
    case .numbered(let number): return AccountKey(kind: .actor, value: "\(host)/ap/users/\(number)")
    case .unknown: return nil
    }
  }
}
