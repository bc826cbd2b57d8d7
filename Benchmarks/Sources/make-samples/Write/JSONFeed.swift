import Seeded

// JSON Feed 1.1.

extension FeedText {
  /// JSON Feed 1.1.
  var json: String {
    """
    {
      "version": "https://jsonfeed.org/version/1.1",
      "title": \(source.title.json),
      "home_page_url": \(source.site.json),
      "feed_url": \(source.feed.json),
      "language": \(source.language.json),
      "authors": [{ "name": \(source.author.json) }],
      "items": [
    \(items.map(jsonItem).joined(separator: ",\n"))
      ]
    }

    """
  }

  private func jsonItem(_ item: Item) -> String {
    // Some makers write the id as a number; it is a name all the same.
    let id = source.naming == .number ? "\(item.pageNumber)" : item.id.json
    let title = isUntitled(item) ? "" : "\n      \"title\": \(item.title.json),"
    return """
          {
            "id": \(id),
            "url": \(item.link.json),\(title.replacing("      ", with: "        "))
            "content_html": \(item.html.json),
            "date_published": \(item.published.iso(hoursAhead: 2).json)
          }
      """
  }
}
