/// An account that is followed, follows, is muted or blocked.
struct XEdge {
  /// The number.
  let id: UInt64
  /// The page that opens it, as written; old archives have none.
  let link: String?

  /// Reads the object that is next: the account, or an object around it.
  /// - Throws: `JSONDamage` where no account is named.
  init(_ cursor: inout JSONCursor) throws {
    var id: UInt64?
    var link: String?
    func read(_ cursor: inout JSONCursor, depth: Int = 0) throws {
      try cursor.forEachMember { name, cursor in
        switch name {
        case "accountId": id = try cursor.word()?.number
        case "userLink": link = try cursor.text()?.string
        default: if depth < 2, cursor.isAtObject() { try read(&cursor, depth: depth + 1) }
        }
      }
    }
    try read(&cursor)
    guard let id else {
      throw JSONDamage(offset: cursor.index, message: "it names no account", isCutShort: false)
    }
    self.id = id
    self.link = link
  }
}
