import Foundation
import Seeded

// Lists that are damaged, and lists that only look so.

extension BrokenFile {
  static let lists: [BrokenFile] = [
    BrokenFile("empty.opml", "", exit: "65", "The file is empty."),
    BrokenFile(
      "blanks.opml", " \n\t\n   \n", exit: "65", "The file is empty: nothing but blanks."),
    BrokenFile(
      "truncated.opml", String(GoodList.text.prefix(upToSail)),
      exit: "65; 0 or 1 with `--partial`",
      "The file ends in the middle of a tag; five feeds stand before the cut. Nothing is imported"
        + " unless `--partial` asks for it."),
    BrokenFile(
      "html-login.opml", loginPage, exit: "65",
      "It is a web page, not a list of feeds: sign in again and export anew."),
    BrokenFile(
      "wrong-label.opml",
      OneByteEncoding.windows1252.bytes(
        of: GoodList.spoiled("\"Rye\"", with: "\"Käthe’s Rye – œuvre\"")),
      exit: "0", "Read whole with a warning: it says UTF-8 and is windows-1252. Seven feeds."),
    BrokenFile(
      "bare-ampersands.opml",
      GoodList.spoiled("https://rye.example/feed", with: "https://rye.example/feed?a=1&b=2&id=1150")
        .replacing("\"Crumb\"", with: "\"Crumb & Sons\""),
      exit: "0",
      "Read whole with a warning. The address is `https://rye.example/feed?a=1&b=2&id=1150`, to"
        + " the letter. Seven feeds."),
    BrokenFile(
      "stray-quotes.opml",
      GoodList.spoiled("text=\"Crust\"", with: "text=\"The \"Crust\" letters\""),
      exit: "0", "Read whole with a warning. Seven feeds."),
    BrokenFile(
      "less-than-in-attribute.opml", GoodList.spoiled("\"Keel\"", with: "\"Keel <3 the sea\""),
      exit: "0", "Read whole with a warning. Seven feeds."),
    BrokenFile(
      "blank-line-before-declaration.opml", "\n\n" + GoodList.text, exit: "0",
      "Read whole; a warning may say so. Seven feeds."),
    BrokenFile(
      "nul-bytes.opml", GoodList.spoiled("\"Oar\"", with: "\"O\u{0}a\u{0}r\""), exit: "0, 1 or 65",
      "NUL bytes within a title: read with a warning or refused, never cut silently at the NUL."),
    BrokenFile(
      "utf16.opml",
      [0xFF, 0xFE]
        + GoodList.spoiled("UTF-8", with: "UTF-16").replacing("\"Lamp\"", with: "\"Lámpa 🏮\"")
        .utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      exit: "0", "UTF-16 with its mark: nothing is wrong with it. Seven feeds."),
    BrokenFile(
      "not-an-opml.json", "{\"lists\": [{\"name\": \"Bread\", \"members\": 7}], \"next\": null}\n",
      exit: "65", "Pond does not know this format; it looks like JSON."),
    BrokenFile(
      "urls-odd",
      """
      \u{FEFF}# a list with a mark in front and every oddity\r
      https://rye.example/feed bread "with tea" "~Rye, renamed"\r
        https://crumb.example/feed   "!"
      "https://crust.example/feed?a=1&b=2" "an \\"escaped\\" tag"
      keel.example/feed boats
      "https://oar.example/feed" "never closed
      "filter:~/bin/tidy:https://sail.example/feed" boats
      "exec:touch /tmp/pond-canary"
      query:no second colon
      "only a tag in quotes"

      https://lamp.example/feed
      """,
      exit: "0 or 1",
      "Four plain feeds at least; commands are text and never run; what is no address is named"
        + " with its line."),
  ]

  /// How much of the good list stands before the cut: into the tag of the sixth feed.
  private static let upToSail =
    GoodList.text.components(separatedBy: "https://sail.example/f")[0].count

  private static let loginPage = """
    <!DOCTYPE html>
    <html><head><title>Sign in to Lantern</title></head>
    <body>
    <p>Your session has ended.</p>
    <form action="https://lantern.example/session" method="post">
      <input name="who"><input name="secret" type="password"><button>Sign in</button>
    </form>
    </body></html>

    """
}
