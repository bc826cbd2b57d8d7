import Foundation

/// Learns whom a person follows on Pixelfed, or who follows them: an array of profiles' addresses,
/// told apart by the name of the file alone.
package struct PixelfedFollowsImport: Importer {
  package let format = "pixelfed-follows"
  package let learns =
    "Whom you follow on Pixelfed and who follows you, from following.json and followers.json."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    let first = source.firstRecords([])
    return !first.isEmpty
      && first.allSatisfy { $0.record.text.flatMap(Self.profile) != nil && $0.list == nil }
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let name = source.name.lowercased()
    let isFollowers = name.contains("follower")
    var list = MentionList(path: source.path, format: format)
    var followers: [AccountKey] = []
    var skipped: [Skipped] = []
    var number = 0
    let outcome = JSONDocuments.forEach(in: source.bytes) { piece in
      guard case .record(let record, _, _) = piece else { return }
      number += 1
      guard let text = record.text, let key = Self.profile(text) else {
        skipped.append(
          Skipped(
            what: "entry \(number)", why: "it is no address of a profile", isLoss: true))
        return
      }
      if isFollowers {
        followers.append(key)
      } else {
        list.keep(AccountMention(key: key, site: Address(text), followed: true))
      }
    }
    var imported = list.imported
    imported.skipped = skipped
    imported.followerKeys = followers.uniqued()
    imported.followers = imported.followerKeys.count
    if !isFollowers, !name.contains("follow") {
      imported.warnings.append(
        "nothing in it says whether you follow these or they you; it was read as a list of whom "
          + "you follow")
    }
    try outcome.note(in: &imported, source, of: "entry", options)
    return [imported]
  }

  /// The account of a profile's address; on Pixelfed itself that is the name behind the host.
  private static func profile(_ text: String) -> AccountKey? {
    guard let uri = FediverseURI(text), !uri.isPost else { return nil }
    if let key = uri.account { return key }
    let parts = text.split(separator: "/").dropFirst()
    guard parts.count == 2, let host = parts.first, let name = parts.last,
      let acct = Acct("\(name)@\(host)"), host.contains("."), acct.hasHost
    else { return nil }
    return acct.key(home: nil)
  }
}
