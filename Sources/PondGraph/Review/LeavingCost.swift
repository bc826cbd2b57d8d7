/// What leaving costs beyond the posts, where a network has such a cost (R8).
package enum LeavingCost {
  /// The sentences, from what is known of the account; none where nothing is lost.
  package static func sentences(of account: Account) -> [String] {
    [date(account), lists(account), returning(account.key.kind)].compactMap { $0 }
  }

  private static func date(_ account: Account) -> String? {
    guard account.followedAt != nil, isOnNetwork(account.key.kind) else { return nil }
    return "The date since when you follow is lost on the network; Pond keeps it."
  }

  // Elsewhere a folder is the person's own sorting, and comes back with the entry.
  private static func lists(_ account: Account) -> String? {
    let names = account.folders.filter { !$0.isEmpty }.map { "“\($0.joined(separator: "/"))”" }
    guard account.key.kind == .fediverse, let last = names.last else { return nil }
    let rest = names.dropLast().joined(separator: ", ")
    return "It goes from your lists too: \(rest.isEmpty ? last : rest + " and " + last)."
  }

  private static func returning(_ kind: AccountKind) -> String? {
    switch kind {
    case .fediverse, .actor, .x, .instagram, .threads:
      "Following again tells them so, and whoever approves followers has to say yes anew."
    case .bluesky, .github: "Following again tells them so."
    case .facebook, .linkedin: "Coming back takes a request to which they have to say yes."
    case .youtube: "Its bell is lost with the subscription."
    case .nostr: "Your list is public: anybody can see who left it, and who came back."
    case .newsletter: "Coming back means subscribing anew, in the mail's own way."
    case .reddit, .feed, .command, .site: nil
    }
  }

  private static func isOnNetwork(_ kind: AccountKind) -> Bool {
    !kind.isReadAtAddress && kind != .nostr
  }
}
