#if Web
  import Foundation
  import PondGraph

  /// What is the same around every page: head, navigation, notice, foot.
  struct WebLayout {
    let page: WebPage
    /// Words for the live region; nil for none.
    let notice: String?

    /// The whole page.
    var text: String {
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="same-origin">
      <title>\(HTMLText.escaped(page.title)) · Pond</title>
      <link rel="icon" href="/icon.svg" type="image/svg+xml">
      <link rel="stylesheet" href="/style.css">
      <script src="/script.js" defer></script>
      </head>
      <body\(page.room.map { " data-room=\"\($0.rawValue)\"" } ?? "")>
      <a class="skip" href="#main">Skip to the page</a>
      <header class="top">
      <nav aria-label="Pond"><ul>
      \(WebRoom.allCases.map(link).joined(separator: "\n"))
      </ul></nav>
      \(Self.find)
      </header>
      <p class="notice" id="notice" role="status" aria-live="polite">\(told)</p>
      <main id="main" tabindex="-1">
      \(page.main)
      </main>
      <footer>
      <p>Pond \(Version.current), on your own machine: nothing of this leaves it.</p>
      </footer>
      </body>
      </html>

      """
    }

    // Every room leads to everybody: / goes there.
    private static let find = """
      <form class="find" role="search" method="get" action="/accounts">
      <label for="find">Find an account</label>
      <input id="find" name="q" type="search" data-key="/" aria-keyshortcuts="/" maxlength="200" \
      autocomplete="off" placeholder="Find an account">
      </form>
      """

    private var told: String { notice.map { HTMLText.escaped($0, limit: 1_000) } ?? "" }

    private func link(_ room: WebRoom) -> String {
      let isHere = room == page.room ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(room.path)\"\(isHere)>\(room.title)</a></li>"
    }
  }
#endif
