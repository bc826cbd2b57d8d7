import Foundation

/// Writes the original OPML with a person's words carried out.
package enum TrimmedOPML {
  /// The list without those who leave, and nothing else changed.
  package static func write(
    original: OriginalDocument, removing removals: Removals, dropsEmptyFolders: Bool = false
  ) throws -> TrimmedList {
    let edits = EditedOPML(original: original, dropsEmptyFolders: dropsEmptyFolders)
    return try edits.written(Asked(removals: removals))
  }

  /// The list without those who leave, with new addresses where they were repaired, with those of whom
  /// less is wanted in their folder, with those who come. Byte for byte the original outside of that,
  /// whatever its encoding and whether or not it is well-formed; with nothing to change, the original
  /// itself. Every duplicate of an account is changed. The result was read again, and holds exactly
  /// what was asked for.
  /// - Throws: `ExportFailure` when the original is not whole, or the result did not pass that.
  package static func write(
    original: OriginalDocument, applying changes: ListChanges, dropsEmptyFolders: Bool = false
  ) throws -> TrimmedList {
    let edits = EditedOPML(original: original, dropsEmptyFolders: dropsEmptyFolders)
    let asked = Asked(changes)
    do {
      return try edits.written(asked)
    } catch ExportFailure.failedCheck where !asked.moves.isEmpty {
      // In a file that is not well-formed the ends of outlines may not be where they seem to be: then
      // nobody moves, and that is said.
      return try edits.written(asked, moving: false)
    }
  }

  /// What is asked of the list.
  fileprivate struct Asked {
    var removals: Removals
    var repairs: [AccountKey: Address] = [:]
    var moves: [AccountKey: String] = [:]
    var weights: [AccountKey: Double] = [:]
    var additions: [ListChanges.Addition] = []

    init(removals: Removals) { self.removals = removals }

    init(_ changes: ListChanges) {
      removals = changes.removals
      repairs = changes.repairs
      moves = changes.moves
      weights = changes.weights
      additions = changes.additions.filter {
        $0.account.kind.isReadAtAddress || $0.address.isAskedOverHTTP
      }
    }
  }
}

/// One writing of an OPML.
private struct EditedOPML {
  let original: OriginalDocument
  let dropsEmptyFolders: Bool

  struct Entry {
    let index: Int
    let account: AccountKey
    let address: Address
    let folders: [String]
    let importance: Double?
  }

  func written(_ asked: TrimmedOPML.Asked, moving: Bool = true) throws -> TrimmedList {
    guard original.isComplete else { throw ExportFailure.incomplete(path: original.path) }
    let document = try read()
    guard document.cut == nil else { throw ExportFailure.incomplete(path: original.path) }
    let entries = Self.entries(document)
    let edits = edits(asked, entries, moving: moving)
    let edited = document.applying(edits)
    guard !edited.hadNoRoom else { throw ExportFailure.noRoom(path: original.path) }
    let unmoved = moving ? edited.unmoved : movable(asked, entries)
    try check(edited.bytes, entries, edits, unmoved: unmoved)
    func told(_ some: some Sequence<Int>) -> [TrimmedList.Removed] {
      let wanted = Set(some)
      return entries.filter { wanted.contains($0.index) }.map { entry in
        TrimmedList.Removed(
          account: entry.account, address: entry.address,
          line: document.position(of: document.outlines[entry.index].element.lowerBound).line)
      }
    }
    let staying = entries.filter { !edits.cut.contains($0.index) }
    var list = TrimmedList(
      bytes: edited.bytes, removed: told(edits.cut), remaining: Set(staying.map(\.account)))
    list.repaired = told(edits.addresses.keys)
    list.moved = told(Set(edits.moves.keys).subtracting(unmoved))
    list.unmoved = told(unmoved)
    list.weighed = told(edits.weights.keys)
    list.added = asked.additions.filter { addition in
      edits.additions.contains { $0.address == addition.address.written }
    }
    return list
  }

  private func read() throws -> OPMLDocument {
    do {
      return try OPMLDocument(original.bytes)
    } catch {
      throw ExportFailure.unreadable(path: original.path)
    }
  }

  // MARK: What is asked

  private func edits(
    _ asked: TrimmedOPML.Asked, _ entries: [Entry], moving: Bool
  ) -> OPMLEdits {
    var edits = OPMLEdits()
    edits.dropsEmptyFolders = dropsEmptyFolders
    for entry in entries {
      if asked.removals.accounts.contains(entry.account) {
        edits.cut.insert(entry.index)
        continue
      }
      if let address = asked.repairs[entry.account], address != entry.address {
        edits.addresses[entry.index] = address.written
      }
      if let folder = asked.moves[entry.account], moving, !entry.folders.contains(folder) {
        edits.moves[entry.index] = folder
      }
      if let weight = asked.weights[entry.account], weight != entry.importance {
        edits.weights[entry.index] = weight
      }
    }
    let known = Set(entries.map(\.account)).union(
      asked.repairs.values.map(AccountKey.init(reading:)))
    edits.additions = asked.additions.filter { !known.contains($0.account) }.map {
      OPMLEdits.Addition(
        address: $0.address.written, title: $0.title, site: $0.site?.written, folder: $0.folder)
    }
    return edits
  }

  private func movable(_ asked: TrimmedOPML.Asked, _ entries: [Entry]) -> Set<Int> {
    let wanted = entries.filter { entry in
      !asked.removals.accounts.contains(entry.account)
        && asked.moves[entry.account].map { !entry.folders.contains($0) } ?? false
    }
    return Set(wanted.map(\.index))
  }

  // MARK: Reading

  private static func entries(_ document: OPMLDocument) -> [Entry] {
    document.withValues { values in
      var entries: [Entry] = []
      for index in document.outlines.indices where values.kind(of: index).isAccount {
        guard let address = values.address(of: index).map({ Address($0) }) else { continue }
        entries.append(
          Entry(
            index: index, account: AccountKey(reading: address), address: address,
            folders: folders(around: index, document, &values),
            importance: values.category(of: index).flatMap(Self.importance)))
      }
      return entries
    }
  }

  // Fraidycat's convention, as the importer reads it.
  private static func importance(_ labels: String) -> Double? {
    labels.split(separator: ",").compactMap { label -> Double? in
      let parts = label.split(separator: "/").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
      guard parts.count == 2, parts[0].lowercased() == "importance" else { return nil }
      return Double(parts[1]).flatMap { $0.isFinite ? $0 : nil }
    }.last
  }

  private static func folders(
    around index: Int, _ document: OPMLDocument, _ values: inout OPMLValues
  ) -> [String] {
    var folders: [String] = []
    var place = document.outlines[index].parent
    while let parent = place {
      if values.kind(of: parent) == .folder { folders.append(values.title(of: parent) ?? "") }
      place = document.outlines[parent].parent
    }
    return folders
  }

  // MARK: Reading again

  // A list that is wrong empties somebody's reader, so what was written is read once more.
  private func check(
    _ bytes: Data, _ before: [Entry], _ edits: OPMLEdits, unmoved: Set<Int>
  ) throws {
    guard let document = try? OPMLDocument(bytes), document.cut == nil else {
      throw ExportFailure.failedCheck(path: original.path)
    }
    let after = Self.entries(document)
    let staying = before.filter { !edits.cut.contains($0.index) }
    let moved = Set(edits.moves.keys).subtracting(unmoved)
    let wanted = staying.map { entry in
      Place(
        address: edits.addresses[entry.index] ?? entry.address.written,
        folders: moved.contains(entry.index) ? [edits.moves[entry.index] ?? ""] : entry.folders,
        importance: edits.weights[entry.index] ?? entry.importance,
        isElsewhere: moved.contains(entry.index))
    }
    let added = edits.additions.map {
      Place(
        address: $0.address, folders: $0.folder.map { [$0] } ?? [], importance: nil,
        isElsewhere: true)
    }
    guard Place.agree(wanted + added, after) else {
      throw ExportFailure.failedCheck(path: original.path)
    }
  }

  /// Where an entry has to stand.
  private struct Place {
    let address: String
    let folders: [String]
    let importance: Double?
    /// Whether it is not in its old place, so that only its folder is known.
    let isElsewhere: Bool

    // Whoever kept their place stands in the order they had, in the same folders; whoever came or
    // moved stands somewhere in their folder.
    static func agree(_ wanted: [Place], _ after: [Entry]) -> Bool {
      guard wanted.count == after.count else { return false }
      var left = after
      for place in wanted where place.isElsewhere {
        let found = left.lastIndex {
          $0.address.written == place.address && $0.importance == place.importance
            && place.folders.allSatisfy($0.folders.contains)
        }
        guard let found else { return false }
        left.remove(at: found)
      }
      return zip(wanted.filter { !$0.isElsewhere }, left).allSatisfy { place, entry in
        place.address == entry.address.written && place.folders == entry.folders
          && place.importance == entry.importance
      }
    }
  }
}
