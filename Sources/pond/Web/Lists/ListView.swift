#if Web
  import Foundation
  import PondGraph

  /// One list: what would be cut and left, the file to keep, and the way to leave it out.
  struct ListView {
    let list: ImportedList
    /// What it leaves as; nil for one that is not written.
    let format: Pond.ExportFormat?
    let exported: Pond.ExportedList?
    let visit: WebVisit

    var html: String {
      """
      <h1><bdi>\(WebLink.text(ListsView.name(list)))</bdi></h1>
      <p class="lede">\(WebLink.text(ListsText.line(list)))</p>
      \(written)
      \(leftOut)
      """
    }

    private var written: String {
      guard let format, let exported else { return "<p>This list is read, and not written.</p>" }
      let lines = ExportText.lines(exported, format, to: nil).filter {
        !$0.hasPrefix("not trimmed:")
      }
      let sentences = lines.filter { !$0.hasPrefix("  ") }.map { "<p>\(WebLink.text($0))</p>" }
      return """
        <section aria-labelledby="leaves">
        <h2 id="leaves">What leaves</h2>
        \(sentences.joined(separator: "\n"))
        \(names(lines.filter { $0.hasPrefix("  ") }))
        <form method="get" action="/lists/\(list.number)/file" class="take">
        \(options(format))
        \(secondYes(exported))
        <button class="first">Keep the file \(format.fileName)</button>
        </form>
        \(beside(exported))
        </section>
        """
    }

    // A few are shown at once.
    private func names(_ lines: [String]) -> String {
      guard !lines.isEmpty else { return "" }
      let items = lines.map { "<li>\(WebLink.text($0.trimmingCharacters(in: .whitespaces)))</li>" }
      return """
        <details\(lines.count <= 20 ? " open" : "")>
        <summary>Name by name: − cut, ~ repaired, &gt; moved, + added</summary>
        <ul class="plain cuts">
        \(items.joined(separator: "\n"))
        </ul>
        </details>
        """
    }

    private func options(_ format: Pond.ExportFormat) -> String {
      guard format == .opml || format == .newsboat else { return "" }
      let rings = """
        <label class="check"><input type="checkbox" name="rings" value="yes"> The close ring and the \
        stream of the plan in folders or tags of their own</label>
        """
      let empty = """
        <label class="check"><input type="checkbox" name="empty" value="yes"> Without folders that became \
        empty</label>
        """
      return rings + (format == .opml ? "\n" + empty : "")
    }

    private func secondYes(_ exported: Pond.ExportedList) -> String {
      guard exported.dropsMostOfIt else { return "" }
      return """
        <p class="said">\(WebLink.text(ExportText.halfQuestion(exported)))</p>
        <label class="check"><input type="checkbox" name="yes" value="yes" required> Yes, that is what I \
        want</label>
        """
    }

    private func beside(_ exported: Pond.ExportedList) -> String {
      guard !exported.companions.isEmpty else { return "" }
      let items = exported.companions.map { companion in
        """
        <li><a class="go" download href="/lists/\(list.number)/beside/\
        \(PercentText.encoded(companion.name))">\(WebLink.text(companion.name))</a> belongs beside it</li>
        """
      }
      return "<ul class=\"ways\">\n\(items.joined(separator: "\n"))\n</ul>"
    }

    private var leftOut: String {
      let form = WebForm.post(
        to: "/lists/\(list.number)/forget", visit: visit, hidden: [("path", list.path)],
        """
        <label class="check"><input type="checkbox" name="sure" value="yes" required> Yes, leave it \
        out</label>
        <button>Leave this list out</button>
        """)
      return """
        <details>
        <summary>Leave this list out</summary>
        <p>Whom only it names is followed no more. Your answers and notes stay, the file itself is not \
        touched, and bringing it again brings it back.</p>
        \(form)
        </details>
        """
    }
  }
#endif
