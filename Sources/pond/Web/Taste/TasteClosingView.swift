#if Web
  import Foundation
  import PondGraph

  /// What a tasting came to, in the terminal's words.
  struct TasteClosingView {
    let sitting: Pond.TastingSitting
    let wish: TasteWish
    /// Why it is over; nil where the person stopped.
    let end: TastingEnd?
    let visit: WebVisit

    /// The page.
    func page(_ pond: Pond, now: Date) throws -> WebPage {
      let closing = try sitting.closing()
      let steps = try end == .nothingLeft ? NextSteps(pond.standing(now: now)).lines : []
      let lines = TasteClosing(
        closing: closing, end: end, folder: wish.folder, steps: steps, width: 400,
        namesCommands: false
      ).lines
      let undo = TasteUndo(wish: wish, newest: try pond.newestTasting(), visit: visit).html
      return WebPage(
        title: "Taste", room: .taste,
        main: """
          <h1 data-focus tabindex="-1">This tasting</h1>
          \(lines.filter { !$0.isEmpty }.map(Self.line).joined(separator: "\n"))
          <div class="row">\(ways(closing))\(undo)</div>
          """)
    }

    // Names stand indented in the terminal, and as a list of their own here.
    private static func line(_ line: String) -> String {
      "<p\(line.hasPrefix("  ") ? " class=\"indented\"" : "")>\(WebLink.text(line))</p>"
    }

    private func ways(_ closing: Pond.TastingClosing) -> String {
      var anew = wish
      anew.start = nil
      var further = anew
      further.further = true
      let more: (String, String)? =
        switch end {
        case .littleLeft: ("Taste further", further.place())
        case .nothingLeft: nil
        case .enoughPosts, .enoughTime, nil: closing.open > 0 ? ("Taste on", anew.place()) : nil
        }
      let next = closing.questions > 0 ? ("Review", "/review") : ("See the plan", "/plan")
      return [more, next].compactMap { $0 }.map { words, place in
        "<a class=\"go\" href=\"\(WebForm.attribute(place))\">\(words)</a>"
      }.joined(separator: "\n")
    }
  }

  /// What else could be tasted: a folder, so many posts or minutes, with names.
  struct TasteWishView {
    let wish: TasteWish
    let folders: [String]

    /// A form that begins another tasting.
    var html: String {
      """
      <details class="wish"><summary>Taste in another way</summary>
      <form method="get" action="/taste">
      \(folders.isEmpty ? "" : """
        <p><label for="taste-folder">Only in this folder</label>
        \(FolderChoice(id: "taste-folder", folders: folders, chosen: wish.folder).html)</p>
        """)
      <p><label for="posts">Stop after so many posts</label>
      <input id="posts" name="posts" type="number" min="1" value="\(wish.posts.map { "\($0)" } ?? "")"></p>
      <p><label for="minutes">Stop after so many minutes</label>
      <input id="minutes" name="minutes" type="number" min="1" step="any" \
      value="\(wish.minutes.map { "\($0)" } ?? "")"></p>
      <p><label class="check"><input type="checkbox" name="named" value="1"\
      \(wish.named ? " checked" : "")> Show who wrote each post</label></p>
      <p><label class="check"><input type="checkbox" name="further" value="1"\
      \(wish.further ? " checked" : "")> Go on where little is left to learn</label></p>
      <p><button>Begin</button></p>
      </form></details>
      """
    }
  }
#endif
