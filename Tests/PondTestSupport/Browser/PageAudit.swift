import Foundation

/// What a page is looked at for, whoever uses it: order, names, labels, contrast, room.
extension Browser {
  /// What is wrong with the page as it stands, a line for each fault; everything that is folded is opened
  /// first.
  /// - Parameter onPhone: whether what is touched has to be large enough for a thumb.
  public func faults(onPhone: Bool) throws -> [String] {
    let found: [String] = try ask(PageAudit.script, onPhone)
    return try found + namelessParts()
  }

  /// How many texts of the page `faults` held against what lies under them.
  public func textsLookedAt() throws -> Int { try ask("return window.textsLookedAt || 0") }

  // What the browser itself would hand to a screen reader.
  private func namelessParts() throws -> [String] {
    let nodes = try command("Accessibility.getFullAXTree")["nodes"] as? [[String: Any]] ?? []
    func text(_ node: [String: Any], _ key: String) -> String {
      (node[key] as? [String: Any])?["value"] as? String ?? ""
    }
    let spoken = nodes.filter { $0["ignored"] as? Bool == false }
    let nameless = spoken.filter {
      PageAudit.named.contains(text($0, "role"))
        && text($0, "name").trimmingCharacters(in: .whitespacesAndNewlines).isEmpty
    }
    let controls = spoken.filter { PageAudit.named.contains(text($0, "role")) }
    guard !controls.isEmpty else { return ["a screen reader finds nothing to act on"] }
    return nameless.map { "a \(text($0, "role")) without a name" }
  }
}

/// The script that looks at a page, in parts.
enum PageAudit {
  /// Roles that say nothing without a name.
  static let named: Set = [
    "button", "link", "textbox", "searchbox", "checkbox", "radio", "slider", "spinbutton",
    "combobox", "listbox", "DisclosureTriangle", "progressbar", "image", "img", "navigation",
    "heading", "table", "region", "dialog",
  ]

  /// The whole of it; its argument is whether the page is touched.
  static let script = [tools, order, labels, room, PageContrast.script, "return faults;"]
    .joined(separator: "\n")

  private static let tools = """
    const faults = [];
    const all = (query) => [...document.querySelectorAll(query)];
    const name = (one) => {
      const words = (one.getAttribute("aria-label") || one.textContent || one.name || "").trim();
      return one.localName + (one.id ? "#" + one.id : "")
        + " “" + words.replace(/\\s+/g, " ").slice(0, 50) + "”";
    };
    const tell = (what, one) => faults.push(one ? what + ": " + name(one) : what);
    const isShown = (one) => one.getClientRects().length > 0
      && one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
    for (const one of all("details")) one.open = true;
    """

  private static let order = """
    if (!document.documentElement.lang) tell("no language");
    if (!document.title.trim()) tell("no title");
    if (all("h1").filter(isShown).length !== 1) tell(all("h1").length + " headings of the first rank");
    for (const landmark of ["main", "header", "footer", "nav", "[role=status]"])
      if (all(landmark).length === 0) tell("no " + landmark);
    if (all("main").length > 1) tell("more than one main");
    let rank = 0;
    for (const one of all("h1,h2,h3,h4,h5,h6").filter(isShown)) {
      const own = Number(one.localName[1]);
      if (own > rank + 1) tell("a heading skips a rank", one);
      rank = own;
    }
    const ids = all("[id]").map((one) => one.id);
    for (const id of new Set(ids.filter((id, place) => ids.indexOf(id) !== place)))
      tell("two have the id " + id);
    for (const one of all("[tabindex]")) if (one.tabIndex > 0) tell("an order of its own", one);
    for (const one of all("a a, a button, button a, button button, label label"))
      tell("one control within another", one);
    """

  private static let labels = """
    for (const one of all("nav"))
      if (!one.hasAttribute("aria-label") && !one.hasAttribute("aria-labelledby"))
        tell("a navigation without a name", one);
    for (const attribute of ["aria-labelledby", "aria-describedby", "aria-controls", "for"])
      for (const one of all("[" + attribute + "]"))
        for (const id of one.getAttribute(attribute).split(" "))
          if (!document.getElementById(id)) tell(attribute + " leads nowhere", one);
    for (const one of all("input:not([type=hidden]),select,textarea"))
      if (![...one.labels].some((label) => label.textContent.trim())) tell("a field without a label", one);
    for (const one of all("table")) {
      if (!one.caption && !one.hasAttribute("aria-labelledby")) tell("a table without a caption", one);
      if (!one.querySelector("th[scope]")) tell("a table without headers", one);
    }
    for (const one of all("img")) if (!one.hasAttribute("alt")) tell("an image without words", one);
    for (const one of all("svg").filter(isShown))
      if (!one.closest("[aria-hidden=true]") && !one.hasAttribute("role")) tell("a picture without a role", one);
    """

  // WCAG 2.5.8 asks for 24 pixels or as much room around; Pond's own controls have 44 on a phone. Within a
  // sentence a link is as tall as the line, and a disc of a picture has a link in a table besides.
  private static let room = """
    const wide = document.documentElement.scrollWidth
      - document.documentElement.clientWidth;
    if (wide > 0) tell("wider than the window by " + wide);
    const box = (one) => (one.closest("label.check") || one).getBoundingClientRect();
    const isInSentence = (one) => {
      const around = one.closest("p,dd,li,td,small");
      return around && around.textContent.trim().length > one.textContent.trim().length + 8;
    };
    const own = "button,summary,select,textarea,input:not([type=hidden]),nav a,a.go,a.skip";
    const targets = all(own + ",a[href]").filter(isShown);
    for (const one of arguments[0] ? targets : []) {
      const { width, height, x, y } = box(one);
      const size = Math.round(width) + " × " + Math.round(height);
      if (one.matches(own)) {
        if (Math.min(width, height) < 43.5) tell("small for a thumb, " + size, one);
      } else if (one.closest("svg")) {
        const place = one.getAttribute("href");
        if (!all("table a").some((other) => other.getAttribute("href") === place)) tell("a disc alone", one);
      } else if (height < 24 && !isInSentence(one)) {
        const [middle, centre] = [x + width / 2, y + height / 2];
        const isNear = (other) => {
          const theirs = box(other);
          const aside = Math.max(theirs.x - middle, middle - theirs.right, 0);
          return Math.hypot(aside, Math.max(theirs.y - centre, centre - theirs.bottom, 0)) < 12;
        };
        if (targets.some((other) => other !== one && isNear(other))) tell("crowded, " + size, one);
      }
    }
    """
}
