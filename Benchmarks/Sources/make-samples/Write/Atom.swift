import Seeded

// Atom 1.0 (RFC 4287) and the draft that was called 0.3.

extension FeedText {
  /// Atom 1.0; the author stands on the feed and the entries inherit it.
  var atom: String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:base="\(source.site.xml)"
      xml:lang="\(source.language)">
      <title>\(source.title.xml)</title>
      <id>tag:\(source.host),2019:feed</id>
      <updated>\(built.iso)</updated>
      <link rel="alternate" type="text/html" href="\(source.site.xml)"/>
      <link rel="self" type="application/atom+xml" href="\((ownAddress ?? source.feed).xml)"/>
      <author><name>\((source.author.isEmpty ? source.title : source.author).xml)</name></author>
    \(items.map(atomEntry).joined(separator: "\n"))
    </feed>

    """
  }

  private func atomEntry(_ item: Item) -> String {
    // Every fifth post was touched again the day after; that is no new post.
    let updated = item.number.isMultiple(of: 5) ? item.published.adding(86_400) : item.published
    return """
        <entry>
          <title\(source.form == .note ? "/>" : ">\(item.title.xml)</title>")
          <id>\(item.id.xml)</id>
          <link rel="alternate" href="\(item.link.dropFirst(source.site.count - 1))"/>
          <published>\(item.published.iso(hoursAhead: 1))</published>
          <updated>\(min(updated, built).iso)</updated>
          <content type="html">\(item.html.xml)</content>
        </entry>
      """
  }

  /// Atom 0.3, with `issued` and `modified`.
  var atom03: String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="\(source.language)">
      <title>\(source.title.xml)</title>
      <link rel="alternate" type="text/html" href="\(source.site.xml)"/>
      <tagline>\(tagline.xml)</tagline>
      <modified>\(built.iso)</modified>
    \(items.map(atom03Entry).joined(separator: "\n"))
    </feed>

    """
  }

  private func atom03Entry(_ item: Item) -> String {
    """
      <entry>
        <title>\(item.title.xml)</title>
        <link rel="alternate" type="text/html" href="\(item.link.xml)"/>
        <id>\(item.id.xml)</id>
        <issued>\(item.published.iso(hoursAhead: -1))</issued>
        <modified>\(item.published.iso)</modified>
        <author><name>\(source.author.xml)</name></author>
        <content type="text/html" mode="escaped">\(item.html.xml)</content>
      </entry>
    """
  }
}
