import Foundation

/// Learns which posts a person saved on Mastodon. The list has no dates: a save is dated by the moment
/// that the post's address holds, before which it was not made. The author is read from the address too,
/// where that names one; else, and where a number stands for the author, whoever's feed shows the post is.
package struct MastodonBookmarksImport: Importer {
  package let format = "mastodon-bookmarks"
  package let learns = "Which posts you bookmarked on Mastodon, from bookmarks.csv."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    FediverseList(source)?.kind == .bookmarks
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    var imported = Imported(path: source.path, format: format)
    var marks = UnattributedPosts()
    CSVTable(source.bytes).forEachRow { row in
      guard let written = row.trimmed(0), written.lowercased() != "#uri" else { return }
      guard let uri = FediverseURI(written) else {
        imported.skipped.append(
          Skipped(
            what: "a row", why: "it is no address of a post", place: "line \(row.line)",
            isLoss: true))
        return
      }
      let at = PostName.moment(in: written, now: options.now)
      if case .named(let account) = uri.author {
        imported.acts.append(
          Act(account: account, post: PostID(written: written), kind: .saved, at: at))
      } else if uri.isPost {
        imported.pageActs.append(
          PageAct(address: Address(written), kind: .saved, at: at, account: uri.account))
      } else {
        marks.add(written)
      }
    }
    imported.skipped += marks.skipped("bookmark")
    return [imported]
  }
}

/// Posts whose address does not say who wrote them, counted.
struct UnattributedPosts {
  private var count = 0
  private var example: String?

  mutating func add(_ uri: String) {
    count += 1
    example = example ?? uri
  }

  /// All of them in one word.
  func skipped(_ what: String) -> [Skipped] {
    guard let example else { return [] }
    let words = count == 1 ? "1 \(what)" : "\(count) \(what)s"
    let whose = count == 1 ? "its address does" : "their addresses do"
    return [
      Skipped(
        what: words, why: "\(whose) not say who wrote the post (\(Address(example).masked))",
        isLoss: false)
    ]
  }
}

extension PostID {
  /// The identity of a post of a network, by its address there.
  init(written uri: String) {
    self = PostID(writtenID: uri, link: nil, title: nil, published: nil) ?? PostID(uri)
  }
}
