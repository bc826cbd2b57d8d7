import Foundation

/// The words of a post without those that say whose it is, as a wine taster does not see the label.
package struct BlindText: Hashable, Sendable {
  /// The title; nil for a post without one.
  package let title: String?
  /// How the text begins; nil where it says no more than the title.
  package let beginning: String?

  /// What stands for a name.
  package static let label = "[…]"
  /// The shortest title of one word that is looked for: a shorter one may be a word of the language, and
  /// what its posts are about.
  private static let shortest = 8

  /// Takes the words of a post.
  /// - Parameter account: whose name is hidden; nil hides none.
  package init(_ post: Post, hiding account: Account?) {
    let names = account.map(Self.names) ?? []
    let words = [post.title, post.excerpt].map { text -> String? in
      guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
      return names.reduce(text) { Self.without($1, in: $0) }
    }
    title = words[0]
    // Many feeds repeat the title as the text.
    beginning = words[1] == words[0] ? nil : words[1]
  }

  // Longest first, so that a part of a name is not hidden alone.
  private static func names(of account: Account) -> [String] {
    let addresses = [account.site, account.feed].compactMap { $0?.written }
    let hosts = addresses.compactMap { address -> String? in
      address.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first.map(
        String.init)
    }
    let bare = hosts.map { $0.hasPrefix("www.") ? String($0.dropFirst(4)) : $0 }
    let own = account.key.kind.isReadAtAddress ? [] : [account.key.value]
    let title = [account.title].compactMap { $0 }
      .filter { $0.count >= shortest || $0.contains(" ") && $0.count > 3 }
    return Set(title + bare + own).sorted { ($1.count, $0) < ($0.count, $1) }
  }

  private static func without(_ name: String, in text: String) -> String {
    text.replacingOccurrences(of: name, with: label, options: .caseInsensitive)
  }
}
