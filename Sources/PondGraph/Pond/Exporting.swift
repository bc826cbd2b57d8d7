public import Foundation

extension Pond {
  /// A list that can be written.
  public typealias ExportFormat = ListFormat

  /// A trimmed list, before it is written anywhere.
  public struct ExportedList: Sendable {
    /// One entry that was cut out.
    public struct Removed: Sendable {
      /// The account's title; nil where no source gives one.
      public let title: String?
      /// Its address as the list writes it.
      public let address: Address
    }

    /// An answer that such a list cannot carry out.
    public struct Undone: Sendable {
      /// What the account is called.
      public let name: String
      /// The answer: thin, repair or follow.
      public let answer: Answer
    }

    /// A file that belongs beside the list.
    public struct Companion: Sendable {
      /// Its name.
      public let name: String
      /// Its bytes.
      public let bytes: Data
    }

    /// The list's bytes.
    public let bytes: Data
    /// What belongs beside it.
    public let companions: [Companion]
    /// The list that was trimmed, by its path.
    public let list: String
    /// Whose it is; nil where nobody said.
    public let owner: String?
    /// What was cut, in the list's order, duplicates included.
    public let removed: [Removed]
    /// What is read at another address from now on, as the original writes it.
    public let repaired: [Removed]
    /// What moved into a folder, got a tag, or is asked for less of.
    public let moved: [Removed]
    /// What should have moved and could not.
    public let unmoved: [Removed]
    /// Whose importance was written anew.
    public let weighed: [Removed]
    /// Who came.
    public let added: [Removed]
    /// What was asked for and has no place in such a list.
    public let undone: [Undone]
    /// Whether it is, byte for byte, what was imported.
    public let isOriginal: Bool
    /// The folder or tag of those who moved.
    public let streamFolder: String
    /// Whether the list came in a form that nobody reads back, and was written anew.
    public let isRewritten: Bool
    /// Which server wrote a list of the fediverse, as far as its form tells.
    public let server: FediverseServer?
    /// How many accounts stay in it.
    public let remaining: Int
    /// Whether more than half of what came in would be dropped: then one yes is not enough.
    public var dropsMostOfIt: Bool {
      Set(removed.map(\.address)).count * 2 > Set(removed.map(\.address)).count + remaining
    }
    /// Other imported lists of the same format, which were not trimmed, by their paths.
    public let otherLists: [String]
  }

  /// The newest imported list of a format, or the one at `list`, without the accounts that the
  /// person's standing decisions take off it.
  /// - Parameters:
  ///   - me: whose list it has to be; nil for anybody's.
  ///   - folder: the part of an OPML that is written, by the folder's name or whole path; nil for
  ///     all of it.
  ///   - rings: whether the close ring and the stream go into folders of their own.
  ///   - moment: the list as it was then: the versions and answers of that moment, under the names of
  ///     folders and the importances of today (E3); nil for now.
  public func export(
    _ format: ExportFormat, list: String? = nil, me: String? = nil,
    dropsEmptyFolders: Bool = false, folder: String? = nil, rings: Bool = false,
    asOf moment: Date? = nil, now: Date
  ) throws -> ExportedList {
    let kept = try format.importers.flatMap { name in
      try moment.map { try store.originals(format: name, asOf: $0) }
        ?? store.originals(format: name)
    }
    .sorted(by: format.isMoreFitting)
    .map { ReplacingList.Known(original: $0.document, owner: $0.owner) }
    if kept.isEmpty, moment != nil { throw PickedListFailure.nothingYet(format.rawValue) }
    let own = try ReplacingList.own(kept, me: me)
    let original = try PickedList.pick(
      list, among: own.map(\.original), format: format.rawValue)
    let picked = own.first { $0.original == original }
    let changes = try changes(
      rings: rings ? try ringFolders(now: now) : nil, asOf: moment)
    var trimmed = try format.trimmed(
      original, owner: picked?.owner, applying: changes, dropsEmptyFolders: dropsEmptyFolders,
      now: now)
    if let folder { trimmed = try OPMLPart.of(trimmed, folder: folder, path: original.path) }
    if let picked, format.replaces {
      let newer = Array(own.prefix { $0.original != original })
      try ReplacingList.check(trimmed, of: picked, newer: newer) {
        try format.trimmed($0.original, owner: $0.owner, applying: changes, now: now).remaining
      }
    }
    let titles = Dictionary(try store.accounts().map { ($0.key, $0.title) }) { first, _ in first }
    func told(_ some: [TrimmedList.Removed]) -> [ExportedList.Removed] {
      some.map { ExportedList.Removed(title: titles[$0.account] ?? nil, address: $0.address) }
    }
    return ExportedList(
      bytes: trimmed.bytes,
      companions: try companions(of: format, picked, trimmed, changes, rings: rings),
      list: original.path,
      owner: picked?.owner?.shown, removed: told(trimmed.removed),
      repaired: told(trimmed.repaired), moved: told(trimmed.moved), unmoved: told(trimmed.unmoved),
      weighed: told(trimmed.weighed),
      added: trimmed.added.map {
        ExportedList.Removed(title: $0.title ?? titles[$0.account] ?? nil, address: $0.address)
      },
      undone: trimmed.undone.map { one in
        ExportedList.Undone(
          name: (titles[one.account] ?? nil) ?? one.address?.masked ?? one.account.shown,
          answer: one.answer)
      },
      isOriginal: trimmed.bytes == original.bytes,
      streamFolder: try self.folder(.stream), isRewritten: trimmed.isRewritten,
      server: format == .mastodon ? FediverseServer(wrote: original) : nil,
      remaining: trimmed.remaining.count,
      otherLists: own.map(\.original.path).filter { $0 != original.path })
  }

  /// Everything that the person's words ask of a list.
  /// - Parameters:
  ///   - rings: the folder of everybody in a ring; nil where only those who were thinned move.
  ///   - moment: when; nil for now.
  func changes(
    rings: [AccountKey: String]? = nil, asOf moment: Date? = nil
  ) throws -> ListChanges {
    let accounts = Dictionary(try store.accounts().map { ($0.key, $0) }) { first, _ in first }
    let newcomers = try folder(.new)
    let follows = try store.standingFollows(asOf: moment).values.sorted { $0.account < $1.account }
    return ListChanges(
      decisions: Array(try store.standingDecisions(asOf: moment).values),
      repairs: Array(try store.standingRepairs(asOf: moment).values),
      weights: try store.declarations().compactMapValues { words in
        words.compactMap(\.weight).last
      },
      additions: follows.compactMap { decision in
        guard let address = decision.newAddress else { return nil }
        let account = accounts[decision.account]
        return ListChanges.Addition(
          account: decision.account, address: address, title: account?.title,
          site: account?.site, folder: newcomers)
      },
      rings: rings, stream: try folder(.stream))
  }

  // Who stands in which ring of the plan as it is now.
  private func ringFolders(now: Date) throws -> [AccountKey: String] {
    let pond = try plan(now: now).pond
    let (close, stream) = (try folder(.close), try folder(.stream))
    return Dictionary(
      pond.close.map { ($0.account.key, close) } + pond.stream.map { ($0.account.key, stream) }
    ) { first, _ in first }
  }

  // Mastodon follows everybody in the lists that it imports: an old file would bring them back.
  private func companions(
    of format: ExportFormat, _ picked: ReplacingList.Known?, _ trimmed: TrimmedList,
    _ changes: ListChanges, rings: Bool
  ) throws -> [ExportedList.Companion] {
    guard format == .mastodon, let picked else { return [] }
    let lists = try store.originals(format: "mastodon-lists").filter {
      $0.owner == nil || picked.owner == nil || $0.owner == picked.owner
    }
    let rows = rings ? try ringRows(changes) : []
    let folder = { (path: String) in path.split(separator: "/").dropLast() }
    guard
      let newest = lists.first(where: { folder($0.document.path) == folder(picked.original.path) })
        ?? lists.first
    else {
      let text = TrimmedMastodonLists.text(rows)
      return rows.isEmpty ? [] : [ExportedList.Companion(name: "lists.csv", bytes: text)]
    }
    let list = try TrimmedMastodonLists.write(
      original: newest.document, keeping: trimmed.remaining, home: picked.owner?.home, rings: rows)
    return list.map { [ExportedList.Companion(name: "lists.csv", bytes: $0.bytes)] } ?? []
  }

  // Who stands in which ring, as rows of Mastodon's lists.
  private func ringRows(_ changes: ListChanges) throws -> [(list: String, account: String)] {
    try store.accounts().filter {
      $0.key.kind == .fediverse && $0.isFollowed && !changes.removals.accounts.contains($0.key)
    }.compactMap { account in
      changes.moves[account.key].map { list in
        let written = account.feed?.written ?? account.key.value
        return (list, written.hasPrefix("@") ? String(written.dropFirst()) : written)
      }
    }
  }

  /// A page of links to those who were let go on a network that takes no list back.
  public struct UnfollowChecklist: Sendable {
    /// A page for a browser, self-contained.
    public let html: Data
    /// The same as plain text.
    public let text: Data
    /// How many accounts are on it.
    public let count: Int
  }

  /// The checklist of a network: everybody still followed there whom the person's standing decisions
  /// take off the list.
  public func checklist(of network: AccountKind) throws -> UnfollowChecklist {
    let changes = try changes()
    let followed = try store.accounts().filter { $0.key.kind == network && $0.isFollowed }
    let leaving = followed.filter { changes.removals.accounts.contains($0.key) }
    let checklist = Checklist(
      network: network, accounts: leaving,
      quieter: followed.filter { changes.thinned.contains($0.key) }, perDay: 10)
    return UnfollowChecklist(html: checklist.html, text: checklist.text, count: leaving.count)
  }

  /// Everything the person wrote, answers, notes and joinings, as a file that another pond takes
  /// back (E4).
  /// - Parameter clean: puts foreign text on one line and makes it harmless for where it goes.
  public func decisionFile(clean: (String) -> String) throws -> String {
    DecisionFile.text(
      DecisionFile.Words(
        accounts: try store.accounts(), decisions: try store.standingDecisions(),
        notes: try store.notes(), declared: try store.declarations(),
        persons: try store.persons(), tasted: try store.tastings(),
        beside: Dictionary(
          grouping: Array(try store.standingRepairs().values)
            + Array(try store.standingFollows().values),
          by: \.account), learned: try measures().changes),
      clean: clean)
  }

  /// The accounts of which several are one human being's, as the person joined them.
  public func persons() throws -> [[AccountKey]] { try store.persons() }

  /// Puts a list into a file: whole or not at all. Never in place of the pond file.
  /// - Parameter isPrivate: whether only its owner may open it.
  public func write(
    _ bytes: Data, to path: String, overwrites: Bool, isPrivate: Bool = false
  ) throws {
    try refuseOwn([path])
    try FileWriter.writeAtomically(
      bytes, to: path, overwrites: overwrites, isPrivate: isPrivate)
  }

  /// Puts a list into a file, and beside it the files that go with it; none where one of them may not
  /// be written. The companions come first: without the list they do nothing, and the list without
  /// them could bring back whom it drops.
  public func write(_ exported: ExportedList, to path: String, overwrites: Bool) throws {
    let beside = URL(fileURLWithPath: path).deletingLastPathComponent()
    let companions = exported.companions.map {
      (bytes: $0.bytes, path: beside.appendingPathComponent($0.name).path)
    }
    try refuseOwn(companions.map(\.path) + [path])
    try FileWriter.writeAtomically(
      companions + [(bytes: exported.bytes, path: path)], overwrites: overwrites)
  }

  private func refuseOwn(_ paths: [String]) throws {
    for path in paths where PondStore.isPart(path, ofPondFile: self.path) {
      throw ExportFailure.pondFile(path: path)
    }
  }

  /// Removes what an import or an export that is under way has put on the disk for a moment, when
  /// the process is about to be stopped. Safe to call from a signal handler.
  public static func abandonWork() {
    PrivateFolder.removeNow()
    FileWriter.discardPending()
  }
}

extension ListFormat {
  // newsboat's own file before a plain list; else the newest stays first.
  fileprivate func isMoreFitting(_ left: KeptOriginal, _ right: KeptOriginal) -> Bool {
    guard self == .newsboat else { return left.importedAt > right.importedAt }
    return left.document.format == "newsboat-urls" && right.document.format != "newsboat-urls"
  }
}
