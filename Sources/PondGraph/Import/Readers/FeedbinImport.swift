import Foundation

/// Feedbin's starred.json. It does not say which feed a post is of: each star is told with the page
/// of the post, and kept where that page is a followed account's.
package struct FeedbinImport: Importer {
  package let format = "feedbin-starred"
  package let learns = "Feedbin's starred.json: the posts of followed accounts that you starred."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    guard case .object(let first)? = source.firstRecord(below: "\u{0}") else { return false }
    let names = ["id", "title", "url", "published", "created_at"]
    return names.allSatisfy { first[$0] != nil } && first["feed"] == nil
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    var imported = Imported(path: source.path, format: format)
    var file = RecordFile(source, list: "\u{0}")
    var number = 0
    var times: [Date] = []
    try file.read(takesPartial: options.takesPartial) { record in
      number += 1
      guard let address = record["url"]?.text.flatMap(PageAddress.init)?.address else {
        imported.skipped.append(
          Skipped(what: "post \(number)", why: "it has no page", isLoss: true))
        return
      }
      // When it was starred is not told; `created_at` is when Feedbin got it.
      imported.pageActs.append(PageAct(address: address, kind: .starred))
      times += record["created_at"]?.text.flatMap(FeedDate.parse).map { [$0] } ?? []
    }
    imported.skipped += file.lost
    imported.warnings = file.warnings
    imported.attention = PageAttention.of(
      times, until: options.now, observability: ReaderTrace.starsAlone)
    return [imported]
  }
}
