import Foundation

/// The subscriptions of NewPipe and Tubular, and of Piped and LibreTube, which write nearly the
/// same: `{"subscriptions":[{"service_id","url","name"}]}`. Playlists are lists of the person's own
/// and say nothing of whom they follow.
package struct NewPipeImport: Importer {
  package let format = "newpipe"
  package let learns =
    "Whom you subscribed to in NewPipe, Tubular, Piped or LibreTube, from their JSON."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    let first = source.firstRecords(["subscriptions"], atMost: 1).first
    guard let first, first.list == "subscriptions" else { return false }
    return first.record["url"]?.text != nil && first.record["name"] != nil
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    var list = MentionList(path: source.path, format: format)
    var number = 0
    let outcome = JSONDocuments.forEach(in: source.bytes, lists: ["subscriptions"]) { piece in
      guard case .record(let record, "subscriptions"?, _) = piece else { return }
      number += 1
      let mention = record["url"]?.text.flatMap {
        VideoLists.mention($0, title: record["name"]?.text)
      }
      if let mention {
        list.keep(mention)
      } else {
        list.lose("subscription \(number)", "it has no address of the web")
      }
    }
    var imported = list.imported
    try outcome.note(in: &imported, source, of: "subscription", options)
    return [imported]
  }
}
