import Foundation

/// Learns whom a person follows from what Mastodon's interface answers about accounts
/// (`/api/v1/accounts/ID/following`), with the addresses that each account shows of itself.
///
/// How many follow an account, and how much it posts, stand there too and are not read.
package struct MastodonAccountsImport: Importer {
  package let format = "mastodon-accounts"
  package let learns =
    "Whom you follow on Mastodon, with their verified links, from a dump of its accounts as JSON."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    let first = source.firstRecords([])
    return !first.isEmpty
      && first.allSatisfy {
        $0.record["acct"]?.text != nil && $0.record["username"]?.text != nil
      }
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let isFollowers = source.name.lowercased().contains("follower")
    var list = MentionList(path: source.path, format: format)
    var links: [ProfileLink] = []
    var skipped: [Skipped] = []
    var followers: [AccountKey] = []
    var number = 0
    let outcome = JSONDocuments.forEach(in: source.bytes) { piece in
      guard case .record(let record, _, _) = piece else { return }
      number += 1
      guard let account = MastodonAccount(record, home: options.homeServer) else {
        skipped.append(
          Skipped(what: "account \(number)", why: "it has no name", isLoss: true))
        return
      }
      if isFollowers {
        followers.append(account.key)
      } else {
        list.keep(account.mention)
        links += account.links
      }
    }
    var imported = list.imported
    imported.links = links
    imported.skipped = skipped
    imported.followerKeys = followers.uniqued()
    imported.followers = imported.followerKeys.count
    try outcome.note(in: &imported, source, of: "account", options)
    return [imported]
  }
}

/// One account as Mastodon's interface describes it.
private struct MastodonAccount {
  let key: AccountKey
  let mention: AccountMention
  let links: [ProfileLink]

  init?(_ record: JSONValue, home: String?) {
    guard let written = record["acct"]?.text, let acct = Acct(written) else { return nil }
    let url = record["url"]?.text
    // An account of the server that answered has no server in its name; its page has.
    let server = url.flatMap(Self.host) ?? home
    key = acct.key(home: server)
    mention = AccountMention(
      key: key, address: Address(written), title: record["display_name"]?.text,
      site: url.map(Address.init), followed: true)
    links = (record["fields"]?.elements ?? []).compactMap { [key] in Self.link($0, of: key) }
  }

  private static func link(_ field: JSONValue, of key: AccountKey) -> ProfileLink? {
    guard let value = field["value"]?.text, let address = address(in: value) else { return nil }
    if field["verified_at"]?.text != nil {
      return ProfileLink(account: key, address: address, proof: .verified)
    }
    let saysMe = value.contains("rel=\"me") || value.contains(" me\"")
    return ProfileLink(account: key, address: address, proof: saysMe ? .relMe : .named)
  }

  private static func address(in value: String) -> Address? {
    if let match = value.firstMatch(of: /href\s*=\s*["'](https?:\/\/[^"']+)["']/) {
      return Address(String(match.output.1).replacing("&amp;", with: "&"))
    }
    let plain = value.trimmedBlanks
    let isAddress = plain.hasPrefix("https://") || plain.hasPrefix("http://")
    return isAddress && !plain.contains(where: \.isWhitespace) ? Address(plain) : nil
  }

  private static func host(_ url: String) -> String? {
    let parts = url.split(separator: "/")
    guard url.hasPrefix("http"), parts.count >= 2 else { return nil }
    return parts[1].lowercased()
  }
}
