import Foundation

/// Learns in which of the person's lists the accounts of the fediverse stand.
///
/// A list is not a follow, though Mastodon follows everybody in a list that it imports: that is why
/// the file is kept, to be trimmed together with the other.
package struct MastodonListsImport: Importer {
  package let format = "mastodon-lists"
  package let learns = "In which of your lists on Mastodon an account stands, from lists.csv."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    FediverseList(source)?.kind == .memberships
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let rows = try AccountRows(source: source, usual: 1)
    let name = rows.column("list name", usual: 0) ?? (rows.column == 0 ? 1 : 0)
    let home = options.homeServer
    var list = MentionList(path: source.path, format: format)
    let outcome = rows.forEach { row, written, acct in
      list.keep(
        AccountMention(
          key: acct.key(home: home), address: Address(written),
          folders: [[row.trimmed(name) ?? "a list without a name"]], followed: false))
    }
    var imported = list.imported
    guard !imported.accounts.isEmpty || FediverseList(source) != nil else {
      throw ImportFailure.notWhatItClaims(
        path: source.path, sentence: "no row of it names a list and an account",
        advice: "Export your lists as CSV again.")
    }
    imported.isComplete = try outcome.isComplete(source, imported.accounts.count, options)
    imported.skipped = outcome.skipped
    imported.owner = options.me.flatMap(Acct.init)?.key(home: nil)
    imported.original = OriginalDocument(
      format: format, path: source.path, bytes: source.bytes, isComplete: imported.isComplete)
    return [imported]
  }
}
