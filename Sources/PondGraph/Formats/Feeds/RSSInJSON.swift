/// RSS with braces for brackets, as Scripting News writes it.
/// https://github.com/scripting/Scripting-News/blob/master/rss-in-json/README.md
enum RSSInJSON {
  /// Takes what stands below the member `rss`.
  /// - Returns: the items that are none.
  static func take(_ rss: JSONValue, into document: inout FeedDocument) -> [FeedLoss] {
    guard let channel = rss["channel"] else { return [] }
    document.title = channel["title"]?.line
    document.site = channel["link"]?.text?.trimmed
    document.language = channel["language"]?.text
    // One item alone need not be a list.
    let items = channel["item"].map { $0.elements.isEmpty ? [$0] : $0.elements } ?? []
    var lost: [FeedLoss] = []
    for (place, value) in items.enumerated() {
      if let item = item(value, number: place + 1) {
        document.items.append(item)
      } else {
        lost.append(.noObject(place + 1))
      }
    }
    return lost
  }

  private static func item(_ value: JSONValue, number: Int) -> FeedItem? {
    guard case .object = value else { return nil }
    var draft = FeedDraft()
    draft.item.number = number
    for (name, field) in fields {
      guard let text = value[name].flatMap(text) else { continue }
      draft.take(field, Array(text.utf8), kind(of: field), base: nil)
    }
    if let enclosure = value["enclosure"], case .object(let members) = enclosure {
      let attributes = members.compactMap { name, value in
        value.word.map { XMLAttribute(name: XMLName(local: name), value: $0) }
      }
      draft.take(enclosure: FeedElement(XMLName(local: "enclosure"), attributes), base: nil)
    }
    return draft.finished()
  }

  private static let fields: [(String, FeedBuilder.Field)] = [
    ("title", .title), ("link", .link), ("guid", .guid(isPage: true)), ("pubDate", .published),
    ("description", .summary), ("content:encoded", .content), ("author", .author),
    ("dc:creator", .author), ("category", .category), ("slash:comments", .comments),
  ]

  private static func kind(of field: FeedBuilder.Field) -> FeedText.Kind {
    switch field {
    case .summary, .content: .html
    default: .either
    }
  }

  /// An element's text: a string, or the member `#value` of what has attributes.
  private static func text(_ value: JSONValue) -> String? {
    value.word ?? value["#value"]?.word
  }
}
