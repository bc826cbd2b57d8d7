/// A checklist as a page that holds everything it needs.
struct ChecklistPage {
  private let list: Checklist
  private let words: ChecklistWords

  init(_ list: Checklist) {
    self.list = list
    words = ChecklistWords(list.network)
  }

  /// The whole page.
  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
    base-uri 'none'; form-action 'none'">
    <meta name="referrer" content="no-referrer">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(HTMLText.escaped(title))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <main>
    <h1>\(HTMLText.escaped(title))</h1>
    \(introduction.map { "<p>\(HTMLText.escaped($0))</p>" }.joined(separator: "\n"))
    \(days)
    \(quieter)
    <p>\(HTMLText.escaped(ChecklistWords.closing))</p>
    </main>
    </body>
    </html>

    """
  }

  private var title: String {
    "To leave on \(words.network): \(ChecklistText.accounts(list.count))"
  }

  private var introduction: [String] {
    let pace = list.days.count > 1 ? [ChecklistWords.pace(list.days[0].count)] : []
    return [ChecklistWords.opening, words.deed] + words.notes + pace
  }

  private var days: String {
    list.days.enumerated().map { number, day in
      """
      <section>
      <h2>Day \(number + 1) of \(list.days.count)</h2>
      <ul>
      \(day.map { Self.item(ChecklistLine($0)) }.joined(separator: "\n"))
      </ul>
      </section>
      """
    }.joined(separator: "\n")
  }

  private var quieter: String {
    guard !list.quieter.isEmpty else { return "" }
    return """
      <section>
      <h2>\(HTMLText.escaped(ChecklistWords.quieterTitle))</h2>
      <p>\(HTMLText.escaped(words.switches))</p>
      <ul>
      \(list.quieter.map { Self.item(ChecklistLine($0)) }.joined(separator: "\n"))
      </ul>
      </section>
      """
  }

  private static func item(_ line: ChecklistLine) -> String {
    let name = "<bdi>\(HTMLText.escaped(line.name))</bdi>"
    let handle = line.handle.map { " <small><bdi>\(HTMLText.escaped($0))</bdi></small>" } ?? ""
    let link = line.link.map {
      "<a href=\"\(HTMLText.escaped($0, limit: 2_000))\" target=\"_blank\" rel=\"noopener noreferrer\" "
        + "aria-label=\"open \(HTMLText.escaped(line.name))\">open</a>"
    }
    return "<li><label><input type=\"checkbox\"> <span>\(name)\(handle)</span></label>"
      + (link.map { " " + $0 } ?? "") + "</li>"
  }

  private static let style = """
    :root { color-scheme: light dark; --ink: #1c2a2e; --paper: #fbfaf6; --rule: #d6d8cf; --link: #0b5f73; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e4e9e6; --paper: #14191b; --rule: #354046; --link: #7cc7d9; }
    }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
    main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
    h1 { font-size: 1.4rem; line-height: 1.25; }
    h2 { font-size: 1rem; margin: 2rem 0 .25rem; border-bottom: 1px solid var(--rule); }
    ul { list-style: none; margin: 0; padding: 0; }
    li { display: flex; gap: .75rem; align-items: baseline; justify-content: space-between;
      border-bottom: 1px solid var(--rule); min-height: 2.75rem; }
    label { display: flex; gap: .6rem; align-items: baseline; padding: .6rem 0; flex: 1; min-width: 0; }
    input { inline-size: 1.1rem; block-size: 1.1rem; flex: none; }
    small { opacity: .75; }
    a { color: var(--link); padding: .6rem .25rem; }
    label:has(:checked) span { opacity: .55; text-decoration: line-through; }
    @media print { a::after { content: " " attr(href); } li { break-inside: avoid; } }
    """
}
