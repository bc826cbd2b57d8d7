import Seeded

/// The page that says who Ada is and what Pond should come to say of each of her sources.
struct AdaReadme {
  let sources: [Source]
  let outlines: Int
  let items: Int

  var text: String {
    """
    # Ada Birch

    Ada is invented, and so is everybody she follows. She binds books in Ostrand, sings on
    Wednesdays, has a brother who mends things, and reads in newsboat; her list was once written by
    a reader called Lantern. The present of this folder is **2026-06-01T08:00:00Z**: pass
    `--now 2026-06-01T08:00:00Z` (or set `POND_NOW`), and nothing in it goes stale.

    Made by `swift run --package-path Benchmarks make-samples` from one seed; made again, every
    byte is the same.

    | file | what it is for |
    |---|---|
    | `subscriptions.opml` | her list: \(outlines) outlines with a feed's address, \(sources.count) \
    different feeds, a newsletter, a command; folders in folders, the same feed in two places \
    under two spellings, foreign attributes, comments (one holds an outline, which is no \
    subscription), a search folder, an include, an outline of several lines, paired tags, \
    `xmlurl`, a private address with a token |
    | `urls` | her newsboat list: most of the same feeds, with tags, a new name, hidden feeds, a \
    query, a command, one address twice |
    | `cache.db` | her newsboat 2.21 database: \(items) items, with what she read, flagged, queued \
    and deleted |
    | `feeds/` | the feeds as they were found: RSS 2.0, 1.0 and 0.91, Atom 1.0 and 0.3, JSON Feed \
    1.1; most show only the newest ten to twenty posts |
    | `feeds/tidewater/`, `feeds/changes-rung/` | the same feed found again and again: one whose \
    ids changed, one that became a page of error on 12 May |
    | `answers.txt` | her answers, for `pond decide --from` |

    newsboat 2.21 reads no JSON Feed; three of them stand in `cache.db` all the same, so that read
    state of every grammar is there to try. `feeds/harrow-vane.xml` has bare ampersands and is read
    whole after repair, `feeds/kaltenmoos.xml` is ISO-8859-1, `feeds/fournil.xml` windows-1252,
    `feeds/northgate.xml` has a document type, and the titles of `feeds/back-row.json` try to act.

    ## What Pond should come to say

    The twelve archetypes of the model:

    | archetype | source | file | verdict | because |
    |---|---|---|---|---|
    \(sources.filter { $0.archetype != nil }.map(archetypeRow).joined(separator: "\n"))

    Everybody else:

    | source | file | verdict | because |
    |---|---|---|---|
    \(sources.filter { $0.archetype == nil }.map(row).joined(separator: "\n"))

    Together: \(totals).

    """
  }

  private func archetypeRow(_ source: Source) -> String {
    "| \(source.archetype ?? "") \(row(source))"
  }

  private func row(_ source: Source) -> String {
    "| \(source.title) | \(file(of: source)) | \(source.expected.rawValue) | \(source.because) |"
  }

  private func file(of source: Source) -> String {
    guard source.shown != nil else { return "–" }
    let suffix = source.grammar == .json ? "json" : "xml"
    return source.snapshots.isEmpty
      ? "`feeds/\(source.slug).\(suffix)`" : "`feeds/\(source.slug)/`"
  }

  private var totals: String {
    [Expected.keep, .letGo, .thin, .archive, .repair, .wait].map { verdict in
      let count = sources.filter { $0.expected == verdict }.count
      return "\(count) \(verdict.rawValue)"
    }.joined(separator: ", ") + ", and the newsletter and the commands of both lists, which wait"
  }
}
