// Lists and feeds that are built to do harm, small enough to keep: a document type must have no
// power.

extension BrokenFile {
  private static let refused =
    "Within a second and 64 MB: refused, or read with its document type left powerless."

  static let bombs: [BrokenFile] = [
    BrokenFile(
      "billion-laughs.opml", list(type: laughs, title: "&l9;"), exit: "0, 1 or 65", refused),
    BrokenFile(
      "quadratic.opml",
      list(
        type: "<!ENTITY q \"" + String(repeating: "quack ", count: 500) + "\">",
        title: String(repeating: "&q;", count: 500)),
      exit: "0, 1 or 65", refused),
    BrokenFile(
      "external-entity.opml",
      list(
        type: """
          <!ENTITY canary SYSTEM "file:///tmp/pond-canary">
          <!ENTITY % remote SYSTEM "http://canary.test/pond.dtd">
          %remote;
          """, title: "&canary;"),
      exit: "0, 1 or 65",
      "No file is opened, no connection is made, nothing of the canary is in the output."),
    BrokenFile(
      "parameter-entities-hang.opml", list(type: nestedParameters, title: "Lamp"),
      exit: "0, 1 or 65", "libxml2 before 2.11 never ends on this. " + refused),
    BrokenFile("feed-bomb.xml", feedBomb, exit: "0, 1 or 65", refused),
  ]

  private static func list(type: String, title: String) -> String {
    """
    <?xml version="1.0"?>
    <!DOCTYPE opml [
    \(type)
    ]>
    <opml version="2.0"><head><title>Boo</title></head><body>
    <outline type="rss" text="\(title)" xmlUrl="https://lamp.example/feed"/>
    </body></opml>

    """
  }

  /// Ten entities, each ten times the one before.
  private static let laughs =
    (["<!ENTITY l0 \"ha\">"]
    + (1...9).map { level in
      "<!ENTITY l\(level) \"" + String(repeating: "&l\(level - 1);", count: 10) + "\">"
    }).joined(separator: "\n")

  /// Four levels of parameter entities, the last of them empty: enough to trip libxml2's count of
  /// references, after which 2.9.14 skips blanks for ever.
  private static let nestedParameters: String = {
    func level(_ name: String, of inner: String) -> String {
      "<!ENTITY % \(name) \"" + String(repeating: "&#37;\(inner);", count: 24) + "\">"
    }
    return [
      "<!ENTITY % d \"\">", level("c", of: "d"), level("b", of: "c"), level("a", of: "b"), "%a;",
    ].joined(separator: "\n")
  }()

  private static let feedBomb = """
    <?xml version="1.0"?>
    <!DOCTYPE rss [
    \(laughs)
    ]>
    <rss version="2.0"><channel>
    <title>Bang</title><link>https://bang.test/</link>
    <item><title>&l9;</title><link>https://bang.test/1</link></item>
    </channel></rss>

    """
}
