#if Web
  import PondGraph

  /// What `pond discover` tells, as a page.
  struct DiscoverView {
    let found: Pond.Discoveries
    let limit: Int
    /// The folder into which newcomers come.
    let newcomers: String
    /// The folders of the lists that stand in no other.
    let folders: [String]
    let visit: WebVisit

    private var text: DiscoveriesText { DiscoveriesText(found: found, limit: limit, width: 400) }

    /// What stands on the page.
    var html: String {
      """
      <h1>Discover</h1>
      <p class="lede">Whom the accounts you keep point at, and you do not follow.</p>
      \(found.found.isEmpty ? nothing : list)
      """
    }

    private var nothing: String {
      let words =
        found.kept == 0
        ? "You keep nobody yet, so there is nobody to point at anybody."
        : found.witnesses == 0
          ? DiscoveriesText.noWitness
          : "Those you keep point at nobody whom you do not follow or have not let go."
      return "<p>\(WebLink.text(words))</p><p><a class=\"go\" href=\"/bring\">Bring a file</a></p>"
    }

    private var list: String {
      let shown = found.found.prefix(limit)
      let more = found.found.count - shown.count
      return """
        <ol class="found">\(shown.map(one).joined(separator: "\n"))</ol>
        \(more > 0
          ? "<p><a class=\"go\" href=\"/discover?all=1\">\(Words.grouped(more)) more</a></p>" : "")
        \(found.leastMissed.map { "<p>\(WebLink.text(DiscoveriesText.oneOut($0)))</p>" } ?? "")
        <p>A newcomer comes into the folder “<bdi>\(WebLink.text(newcomers))</bdi>” of the next list, and is \
        on trial for three weeks.</p>
        \(choice)
        """
    }

    private var choice: String {
      let others = folders.contains(newcomers) ? folders : [newcomers] + folders
      return WebForm.post(
        to: "/discover/folder", visit: visit, attributes: "class=\"row\"",
        """
        <p><label for="new-folder">The folder for newcomers</label>
        \(FolderChoice(
          id: "new-folder", folders: others, chosen: newcomers, none: "as at first"
        ).html)</p>
        <p><button class="small">Choose it</button></p>
        """)
    }

    private func one(_ one: Pond.Discovered) -> String {
      let name = DiscoveriesText.name(one)
      let hidden = [("name", one.written)]
      return """
        <li><h2><bdi>\(WebLink.text(name))</bdi></h2>
        <p class="origin">\(WebLink.out(
          DiscoveriesText.address(one), to: Hyperlink.page(of: one.account)))</p>
        <p>\(WebLink.text(text.sentence(one)))</p>
        <div class="row">
        \(one.canBeFollowed
          ? WebForm.button("Follow", to: "/discover/follow", visit: visit, hidden: hidden)
          : "<span>No feed of it is known: look at its page.</span>")
        \(WebForm.button(
          "Not for me", to: "/discover/leave", visit: visit, hidden: hidden, kind: "quiet"))
        </div></li>
        """
    }
  }
#endif
