// One list may name an account several times: once for each folder, or once for each line.

extension AccountMention {
  /// Both mentions of the same address as one: every place and label of either, and the first word
  /// that either has on the rest.
  func joined(with later: AccountMention) -> AccountMention {
    AccountMention(
      key: key, address: address, title: title ?? later.title, site: site ?? later.site,
      folders: (folders + later.folders).uniqued(), tags: (tags + later.tags).uniqued(),
      followed: followed || later.followed, followedAt: followedAt ?? later.followedAt,
      importance: importance ?? later.importance)
  }
}

extension Array where Element: Hashable {
  /// The elements in order, each once.
  func uniqued() -> [Element] {
    guard count > 1 else { return self }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension String {
  /// The text without the blanks around it.
  var trimmedBlanks: String {
    let isBlank: (Character) -> Bool = { $0.isWhitespace }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}
