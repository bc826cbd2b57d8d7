import Foundation

/// Learns what the fediverse's other lists of accounts say: who is muted, who is blocked, who
/// follows. None of them says whom the person follows; a muted account is still followed.
package struct FediverseNamesImport: Importer {
  private let kind: FediverseList.Kind
  private let tag: String?
  package let format: String
  package let learns: String

  /// Who is muted: Mastodon's muted_accounts.csv, GoToSocial's, Misskey's.
  package static let muted = FediverseNamesImport(
    kind: .muted, tag: "muted", format: "mastodon-mutes",
    learns: "Whom you muted on Mastodon and its relatives, from muted_accounts.csv.")

  /// Who is blocked: Mastodon's blocked_accounts.csv.
  package static let blocked = FediverseNamesImport(
    kind: .blocked, tag: "blocked", format: "mastodon-blocks",
    learns: "Whom you blocked on Mastodon and its relatives, from blocked_accounts.csv.")

  /// Who follows: GoToSocial's followers.csv. No figure reads it.
  package static let followers = FediverseNamesImport(
    kind: .followers, tag: nil, format: "fediverse-followers",
    learns: "Who follows you, from GoToSocial's followers.csv: a fact that no figure reads.")

  private init(kind: FediverseList.Kind, tag: String?, format: String, learns: String) {
    self.kind = kind
    self.tag = tag
    self.format = format
    self.learns = learns
  }

  package func recognizes(_ source: ImportSource) -> Bool {
    FediverseList(source)?.kind == kind
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let rows = try AccountRows(source: source, usual: 0)
    let home = options.homeServer
    var list = MentionList(path: source.path, format: format)
    var followers: [AccountKey] = []
    let outcome = rows.forEach { _, written, acct in
      let key = acct.key(home: home)
      if let tag {
        list.keep(
          AccountMention(key: key, address: Address(written), tags: [tag], followed: false))
      } else {
        followers.append(key)
      }
    }
    var imported = list.imported
    imported.followerKeys = followers.uniqued()
    imported.followers = imported.followerKeys.count
    imported.isComplete = try outcome.isComplete(
      source, imported.accounts.count + imported.followers, options)
    imported.skipped = outcome.skipped
    return [imported]
  }
}
