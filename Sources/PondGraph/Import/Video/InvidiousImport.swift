import Foundation

/// What Invidious exports as JSON: the ids of channels, and the ids of watched videos, without a
/// date and without a channel.
package struct InvidiousImport: Importer {
  package let format = "invidious"
  package let learns =
    "The YouTube channels that you subscribed to in Invidious, and what you watched, from its JSON."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    guard let glance = JSONGlance(source), glance.names.contains("subscriptions") else {
      return false
    }
    let first = source.firstRecords(["subscriptions"], atMost: 1).first
    let isChannel = first?.record.text.flatMap(YouTubeChannel.init(id:)) != nil
    return first?.list == "subscriptions" && isChannel || glance.names.contains("watch_history")
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    var list = MentionList(path: source.path, format: format)
    var watched: [PageAct] = []
    let lists: Set<String> = ["subscriptions", "watch_history"]
    let outcome = JSONDocuments.forEach(in: source.bytes, lists: lists) { piece in
      guard case .record(let record, let name?, _) = piece else { return }
      if name == "subscriptions" {
        guard let channel = record.text.flatMap(YouTubeChannel.init(id:)) else {
          return list.lose("a subscription", "it is no channel's id")
        }
        list.keep(VideoLists.mention(channel, title: nil))
      } else if let video = record.text.flatMap(YouTubeVideo.init(id:)) {
        watched.append(PageAct(address: video.page, kind: .watched))
      }
    }
    var imported = list.imported
    imported.pageActs = watched
    try outcome.note(in: &imported, source, of: "record", options)
    return [imported]
  }
}

extension YouTubeVideo {
  /// Takes an id; nil for what is none.
  init?(id: String) {
    guard id.utf8.count == 11 else { return nil }
    self.init(page: "https://youtu.be/\(id)")
  }
}
