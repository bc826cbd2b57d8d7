/// Posts of Pixelfed: `/p/user/1`, which is also the id that other servers know, and `/i/web/post/1`,
/// the same page in its own app. A number that holds a moment is given once on its server.
enum PixelfedPosts: PostNetwork {
  static func name(of address: PostAddress) -> PostName? {
    let path = address.path
    guard address.scheme == .web else { return nil }
    if path.count == 4, path[0] == "i", path[1] == "web", path[2] == "post" {
      return named(path[3], address.host, nil)
    }
    if path.count == 2, path[0] == "p" { return named(path[1], address.host, nil) }
    let isOwn = path.count == 3 || path.count == 4 && (path[3] == "activity" || path[3] == "embed")
    guard isOwn, path[0] == "p", path[1].isUserName, path[2].isPostNumber else { return nil }
    let account = AccountKey(kind: .fediverse, value: "\(path[1])@\(address.host)".lowercased())
    return named(path[2], address.host, account)
      ?? PostName("\(address.host)/p/\(path[1].lowercased())/\(path[2])", of: account)
  }

  private static func named(
    _ number: Substring, _ host: String, _ account: AccountKey?
  ) -> PostName? {
    guard number.isSnowflake else { return nil }
    return PostName(
      "\(host)/p/\(number)", of: account, made: UInt64(number).flatMap(PostClock.pixelfed))
  }
}
