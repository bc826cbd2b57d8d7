/// Posts of Pleroma, Akkoma and GNU social (`/notice/ID`), and of those and Friendica by the id that other
/// servers know (`/objects/UUID`, Friendica's page `/display/UUID`). Which notice is which object the
/// address does not say: only a source that gives both joins them.
enum PleromaPosts: PostNetwork {
  static func name(of address: PostAddress) -> PostName? {
    guard address.scheme == .web, address.path.count == 2 else {
      return nil
    }
    let id = address.path[1]
    switch address.path[0] {
    case "notice":
      return isNotice(id)
        ? PostName("\(address.host)/notice/\(id)", made: PostClock.flake(id)) : nil
    case "objects", "display":
      return isUUID(id) ? PostName("\(address.host)/objects/\(id.lowercased())") : nil
    default: return nil
    }
  }

  // A number, or the 128 bits of a flake in base 62, which today takes 18 characters.
  private static func isNotice(_ id: Substring) -> Bool {
    id.isPostNumber
      || id.utf8.count == 18
        && id.utf8.allSatisfy { AddressByte.isDigit($0) || AddressByte.isLetter($0) }
  }

  private static func isUUID(_ id: Substring) -> Bool {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8.count)
    return parts == [8, 4, 4, 4, 12]
      && id.utf8.allSatisfy {
        AddressByte.isDigit($0) || (0x61...0x66).contains($0 | 0x20) || $0 == UInt8(ascii: "-")
      }
  }
}
