// Feeds that are damaged, and decisions that cannot be taken.

extension BrokenFile {
  static let feeds: [BrokenFile] = [
    BrokenFile(
      "feed-truncated.xml", String(feed.prefix(feed.count * 3 / 4)),
      exit: "65; 0 or 1 with `--partial`",
      "The file ends in the middle of an item; two posts stand before the cut."),
    BrokenFile(
      "feed-html.xml",
      """
      <!doctype html>
      <html><head><title>502 Bad Gateway</title></head>
      <body><center><h1>502 Bad Gateway</h1></center></body></html>

      """, exit: "65", "It is a web page, not a feed: nobody is called inactive for it."),
    BrokenFile(
      "feed-bare-ampersand.xml",
      feed.replacing("Second", with: "Salt & Second").replacing("/2<", with: "/2?a=1&b=2<"),
      exit: "0", "Read whole with a warning. Three posts; the link keeps its `&b=2`."),
  ]

  static let decisions: [BrokenFile] = [
    BrokenFile(
      "decisions-unknown-verdict.txt",
      """
      # line 3 is wrong
      keep https://salt-marsh.example/feed # Salt Marsh Letters — of course
      banish https://everything.test/rss # Everything, Daily — too much

      """, exit: "65", "Line 3: `banish` is no verdict. Nothing is applied, not even line 2."),
    BrokenFile(
      "decisions-unknown-address.txt",
      """
      keep https://salt-marsh.example/feed # Salt Marsh Letters — of course

      let-go https://nobody.example/feed # Nobody — whoever that is

      """, exit: "65", "Line 3: no such account. Nothing is applied, not even line 1."),
  ]

  private static let feed = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0"><channel>
    <title>Keel</title>
    <link>https://keel.example/</link>
    <description>Boats, mostly</description>
    <item><title>First</title><link>https://keel.example/1</link><pubDate>Mon, 04 May 2026 10:00:00 \
    +0000</pubDate></item>
    <item><title>Second</title><link>https://keel.example/2</link><pubDate>Mon, 11 May 2026 10:00:00\
     +0000</pubDate></item>
    <item><title>Third</title><link>https://keel.example/3</link><pubDate>Mon, 18 May 2026 10:00:00 \
    +0000</pubDate></item>
    </channel></rss>

    """
}
