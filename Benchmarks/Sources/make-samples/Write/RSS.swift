import Seeded

// RSS 2.0 as blogs write it, RSS 1.0 as an older generation does, RSS 0.91 as a library does.

extension FeedText {
  /// RSS 2.0.
  var rss2: String {
    let lines = [
      "<?xml version=\"1.0\" encoding=\"\(encodingName)\"?>",
      "<rss version=\"2.0\"" + rssNamespaces + ">",
      "<channel>",
      "\t<title>\(source.title.xml)</title>",
      ownAddress.map {
        "\t<atom:link href=\"\($0.xml)\" rel=\"self\" type=\"application/rss+xml\"/>"
      },
      "\t<link>\(source.site.xml)</link>",
      "\t<description>\(tagline.xml)</description>",
      "\t<lastBuildDate>\(built.rfc822())</lastBuildDate>",
      "\t<language>\(source.language)</language>",
      "\t<sy:updatePeriod>hourly</sy:updatePeriod>",
      "\t<sy:updateFrequency>1</sy:updateFrequency>",
      source.archetype == "moved"
        ? "\t<itunes:new-feed-url>https://night-ferry.example.net/feed.xml</itunes:new-feed-url>"
        : nil,
    ]
    return lines.compactMap { $0 }.joined(separator: "\n") + "\n"
      + items.map(rssItem).joined() + "</channel>\n</rss>\n"
  }

  private var rssNamespaces: String {
    [
      "atom": "http://www.w3.org/2005/Atom",
      "content": "http://purl.org/rss/1.0/modules/content/",
      "dc": "http://purl.org/dc/elements/1.1/",
      "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
      "slash": "http://purl.org/rss/1.0/modules/slash/",
      "sy": "http://purl.org/rss/1.0/modules/syndication/",
    ].sorted { $0.key < $1.key }.map { "\n\txmlns:\($0.key)=\"\($0.value)\"" }.joined()
  }

  private func rssItem(_ item: Item) -> String {
    let isLink = item.id == item.link
    let zone = item.number.isMultiple(of: 3) ? "GMT" : "+0000"
    let lines: [String?] = [
      "\t<item>",
      isUntitled(item) ? nil : "\t\t<title>\(item.title.xml)</title>",
      "\t\t<link>\(item.link.xml)</link>",
      "\t\t<guid isPermaLink=\"\(isLink)\">\(item.id.xml)</guid>",
      "\t\t<pubDate>\(item.published.rfc822(zone: zone))</pubDate>",
      source.author.isEmpty ? nil : "\t\t<dc:creator><![CDATA[\(source.author)]]></dc:creator>",
      item.text.isEmpty ? nil : rssBody(item),
      "\t\t<slash:comments>0</slash:comments>",
      source.form == .episode ? rssEnclosure(item) : nil,
      "\t</item>",
    ]
    return lines.compactMap { $0 }.joined(separator: "\n") + "\n"
  }

  /// Long posts carry an excerpt and the whole; short ones only themselves.
  private func rssBody(_ item: Item) -> String {
    guard source.words >= 60 else { return "\t\t<description>\(item.html.xml)</description>" }
    let excerpt = item.text.split(separator: " ").prefix(18).joined(separator: " ") + " …"
    return "\t\t<description>\(excerpt.xml)</description>\n"
      + "\t\t<content:encoded><![CDATA[\(item.html)]]></content:encoded>"
  }

  private func rssEnclosure(_ item: Item) -> String {
    let (address, bytes) = enclosure(of: item)
    let length = 900 + item.number * 37 % 2_400
    return "\t\t<enclosure url=\"\(address.xml)\" length=\"\(bytes)\" type=\"audio/mpeg\"/>\n"
      + "\t\t<itunes:duration>\(length)</itunes:duration>"
  }

  /// RSS 1.0: RDF, with the items beside the channel and the dates from Dublin Core.
  var rss1: String {
    """
    <?xml version="1.0" encoding="\(encodingName)"?>
    <rdf:RDF xmlns="http://purl.org/rss/1.0/"
      xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xml:lang="\(source.language)">
    <channel rdf:about="\(source.feed.xml)">
      <title>\(source.title.xml)</title>
      <link>\(source.site.xml)</link>
      <description>\(tagline.xml)</description>
      <dc:date>\(built.iso(hoursAhead: 2))</dc:date>
      <items><rdf:Seq>
    \(items.map { "    <rdf:li rdf:resource=\"\($0.link.xml)\"/>" }.joined(separator: "\n"))
      </rdf:Seq></items>
    </channel>
    \(items.map(rss1Item).joined(separator: "\n"))
    </rdf:RDF>

    """
  }

  private func rss1Item(_ item: Item) -> String {
    let creator = source.author.isEmpty ? source.title : source.author
    return """
      <item rdf:about="\(item.link.xml)">
        <title>\(item.title.xml)</title>
        <link>\(item.link.xml)</link>
        <description>\(item.text.xml)</description>
        <dc:creator>\(creator.xml)</dc:creator>
        <dc:date>\(item.published.iso(hoursAhead: 2))</dc:date>
      </item>
      """
  }

  /// RSS 0.91 with its document type, which nobody may fetch.
  var rss091: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE rss [
      <!ENTITY nbsp "&#160;">
    ]>
    <rss version="0.91">
    <channel>
    <title>\(source.title.xml)</title>
    <link>\(source.site.xml)</link>
    <description>New&nbsp;books, every week</description>
    <language>\(source.language)</language>
    \(items.map(rss091Item).joined(separator: "\n"))
    </channel>
    </rss>

    """
  }

  private func rss091Item(_ item: Item) -> String {
    """
    <item>
    <title>\(item.title.xml)</title>
    <link>\(item.link.xml)</link>
    <pubDate>\(item.published.rfc822(zone: "UT"))</pubDate>
    <description>\(item.text.xml)</description>
    </item>
    """
  }
}
