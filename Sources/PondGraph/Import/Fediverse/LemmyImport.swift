import Foundation

/// The settings that Lemmy exports, and what speaks like it (PieFed, Mbin where they take part in
/// that format): the communities that somebody follows, each read at its feed, and what they saved.
/// Who and what was blocked is in it, too, and is not read.
package struct LemmyImport: Importer {
  package let format = "lemmy"
  package let learns =
    "The communities that you follow on Lemmy, and what you saved, from its settings export."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    JSONGlance(source)?.names.contains("followed_communities") ?? false
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    var imported = Imported(path: source.path, format: format)
    var list = MentionList(path: source.path, format: format)
    for document in try source.documents(&imported, of: "document", options) {
      for (number, written) in (document["followed_communities"]?.elements ?? []).enumerated() {
        if let mention = written.text.flatMap(Self.community) {
          list.keep(mention)
        } else {
          list.lose("community \(number + 1)", "it is no address of a community")
        }
      }
      for name in ["saved_posts", "saved_comments"] {
        imported.pageActs += (document[name]?.elements ?? []).compactMap { saved in
          saved.text.flatMap(PageAddress.init).map { PageAct(address: $0.address, kind: .saved) }
        }
      }
    }
    imported.accounts = list.imported.accounts
    imported.skipped += list.imported.skipped
    return [imported]
  }

  // `https://host/c/name`, and `/m/name` as kbin and Mbin write theirs.
  private static func community(_ written: String) -> AccountMention? {
    guard let page = PageAddress(written)?.address else { return nil }
    let parts = page.canonical.split(separator: "/")
    guard parts.count == 3, ["c", "m"].contains(parts[1]) else { return nil }
    let name = parts[2].contains("@") ? String(parts[2]) : "\(parts[2])@\(parts[0])"
    let feed =
      parts[1] == "c"
      ? "https://\(parts[0])/feeds/c/\(parts[2]).xml"
      : "https://\(parts[0])/rss?magazine=\(parts[2])"
    return AccountMention(
      reading: Address(feed), title: "!\(name)", site: page, folders: [[]], followed: true)
  }
}
