/// Notes of Misskey and its relatives (Firefish, Sharkey, Iceshrimp): `/notes/ID`, with `/activity`
/// behind it. The address does not say who wrote it.
enum MisskeyPosts: PostNetwork {
  static func name(of address: PostAddress) -> PostName? {
    let path = address.path
    guard address.scheme == .web, path.first == "notes",
      path.count == 2 || path.count == 3 && path[2] == "activity", isNote(path[1])
    else { return nil }
    return PostName("\(address.host)/notes/\(path[1])", made: PostClock.misskey(path[1]))
  }

  /// Whether it has the form of one of the ids that Misskey gives: aid, aidx, ULID, or 24 hexadecimal
  /// digits. https://github.com/misskey-dev/misskey/tree/develop/packages/backend/src/misc/id
  private static func isNote(_ id: Substring) -> Bool {
    switch id.utf8.count {
    case 10, 16:
      id.utf8.allSatisfy { AddressByte.isDigit($0) || (0x61...0x7A).contains($0) }
    case 24: id.utf8.allSatisfy { AddressByte.isDigit($0) || (0x61...0x66).contains($0) }
    case 26: id.isULID
    default: false
    }
  }
}
