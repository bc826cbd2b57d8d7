extension Pond {
  /// The folders in which followed accounts stand, in the order of their names: each as its path
  /// with slashes, and every folder around it.
  public func folders() throws -> [String] {
    let paths = try store.accounts().filter(\.isFollowed).flatMap(\.folders)
    return Set(paths.flatMap { path in path.indices.map { path[...$0].joined(separator: "/") } })
      .sorted()
  }

  /// The labels of followed accounts, in the order of their letters.
  public func tags() throws -> [String] {
    Set(try store.accounts().filter(\.isFollowed).flatMap(\.tags)).sorted()
  }

  /// Of which kinds the followed accounts are.
  public func followedKinds() throws -> Set<AccountKind> {
    Set(try store.accounts().filter(\.isFollowed).map(\.key.kind))
  }

  /// What followed accounts are called, for a shell to offer while somebody types: titles that one
  /// account alone has, else addresses without a secret in them, else ids; and addresses that begin
  /// with what was typed. In the order of their letters, at most `limit`.
  public func accountNames(
    beginning typed: String = "", limit: Int = .max
  ) throws -> [String] {
    try store.offeredNames(beginning: typed, limit: limit)
  }

  /// Looks whether there is such a folder, given by its name or its whole path, whatever the case.
  /// - Throws: a failure of usage that names the nearest, where there is none.
  public func requireFolder(_ folder: String) throws {
    let accounts = try store.accounts()
    guard !accounts.contains(where: { $0.stands(inFolder: folder) }) else { return }
    throw NoSuchFolder(folder: folder, folders: try folders())
  }

  /// Looks whether any account has such a label.
  /// - Throws: a failure of usage that names the nearest, where none has.
  public func requireTag(_ tag: String) throws {
    let accounts = try store.accounts()
    guard !accounts.contains(where: { $0.hasTag(tag) }) else { return }
    throw NoSuchTag(tag: tag, tags: try tags())
  }
}

extension Account {
  /// Whether it has a label, whatever the case; `Sport` also finds `Sport/Bikes`, as the categories
  /// of OPML are written.
  public func hasTag(_ tag: String) -> Bool {
    let wanted = tag.lowercased()
    return tags.contains {
      let own = $0.lowercased()
      return own == wanted || own.hasPrefix(wanted + "/")
        || own.split(separator: "/").last == wanted[...]
    }
  }
}

/// A folder was named in which no account stands.
struct NoSuchFolder: Failure {
  let folder: String
  let folders: [String]
  var kind: FailureKind { .usage }
  var sentence: String { "none of these accounts stands in a folder \"\(Address(folder).masked)\"" }
  var state: String? { "Nobody was asked, and nothing was changed." }
  var advice: String? {
    guard !folders.isEmpty else { return "Your lists have no folders." }
    let more = folders.count > 8 ? ", …" : ""
    return DidYouMean.advice(folder, among: folders)
      ?? "Your lists have: \(folders.prefix(8).joined(separator: ", "))\(more)"
  }
}

/// A label was named that no account has.
struct NoSuchTag: Failure {
  let tag: String
  let tags: [String]
  var kind: FailureKind { .usage }
  var sentence: String { "no account has the tag \"\(Address(tag).masked)\"" }
  var state: String? { nil }
  var advice: String? {
    guard !tags.isEmpty else { return "Your lists have no tags." }
    let more = tags.count > 8 ? ", …" : ""
    return DidYouMean.advice(tag, among: tags)
      ?? "Your lists have: \(tags.prefix(8).joined(separator: ", "))\(more)"
  }
}
