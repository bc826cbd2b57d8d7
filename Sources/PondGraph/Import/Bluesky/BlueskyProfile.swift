import Foundation

/// An account as Bluesky's interface shows it (`app.bsky.actor.defs#profileView`).
struct BlueskyProfile {
  let key: AccountKey
  /// The person's own record of following it, where they do and the interface knew who asked.
  let following: String?
  /// Whether it follows the person.
  let followedBy: Bool
  private let handle: String?
  private let name: String?
  private let description: String?
  private let isMuted: Bool

  /// Reads a profile; nil for one without a DID.
  init?(_ record: JSONValue) {
    guard let did = record["did"]?.text, ATURI.isDID(did.utf8) else { return nil }
    key = AccountKey(kind: .bluesky, value: did)
    // What the network says where a name does not lead back to the account.
    handle = record["handle"]?.text.flatMap { $0 == "handle.invalid" ? nil : $0.lowercased() }
    name = record["displayName"]?.text
    description = record["description"]?.text
    let viewer = record["viewer"]
    following = viewer?["following"]?.text
    followedBy = viewer?["followedBy"]?.text != nil
    isMuted = viewer?["muted"] == .bool(true)
  }

  /// What it says of the account.
  func mention(isFollowed: Bool) -> AccountMention {
    AccountMention(
      key: key, address: following.map(Address.init), title: name ?? handle,
      site: Address("https://bsky.app/profile/\(handle ?? key.value)"),
      tags: isMuted ? ["muted"] : [], followed: isFollowed)
  }

  /// The addresses that it names. A handle that is a domain of its own is one that both sides
  /// confirmed: the domain names the account, and the account the domain.
  var links: [ProfileLink] {
    var links: [ProfileLink] = []
    if let handle, handle.contains("."), !Self.isLent(handle) {
      links.append(
        ProfileLink(account: key, address: Address("https://\(handle)/"), proof: .verified))
    }
    return links
      + Self.addresses(in: description ?? "").map {
        ProfileLink(account: key, address: Address($0), proof: .named)
      }
  }

  /// Names below a domain that somebody else lends.
  private static func isLent(_ handle: String) -> Bool {
    [".bsky.social", ".brid.gy", ".bsky.team"].contains { handle.hasSuffix($0) }
  }

  /// The addresses in a text, without the marks that end a sentence.
  static func addresses(in text: String) -> [String] {
    text.matches(of: /https?:\/\/[^\s<>"'(){}\[\]]+/).map { match in
      var address = match.output
      while let last = address.last, ".,;:!?…".contains(last) { address = address.dropLast() }
      return String(address)
    }.uniqued()
  }
}
