import Foundation

/// Going, finding, clicking, asking.
extension Browser {
  /// Goes to an address.
  public func go(_ address: String) throws { try tell("POST", "/url", ["url": address]) }

  /// Goes back.
  public func back() throws { try tell("POST", "/back") }

  /// Loads the page anew.
  public func reload() throws { try tell("POST", "/refresh") }

  /// Where it is.
  public func address() throws -> String { try tell("GET", "/url") as? String ?? "" }

  /// Where it is, without the host.
  public func path() throws -> String { URL(string: try address())?.path ?? "" }

  /// What is seen of an element.
  public func text(_ query: String = "main") throws -> String {
    try tell("GET", "/element/\(try find(query))/text") as? String ?? ""
  }

  /// What the page says of an element that is not seen, and of one that is.
  public func words(_ query: String) throws -> String {
    try ask("return document.querySelector(arguments[0]).textContent.trim()", query)
  }

  /// Whether the page has something.
  public func has(_ query: String) throws -> Bool {
    let found = try tell("POST", "/elements", Self.css(query)) as? [Any]
    return found?.isEmpty == false
  }

  /// Clicks, or touches where one touches.
  public func click(_ query: String) throws {
    try tell("POST", "/element/\(try find(query))/click")
  }

  /// Writes into a field; into a field for files, their paths, one to a line.
  public func write(_ text: String, into query: String) throws {
    try tell("POST", "/element/\(try find(query))/value", ["text": text])
  }

  /// Does something that leads to another page, and waits until that page stands.
  public func turn(_ act: () throws -> Void) throws {
    let page = try find("html")
    try act()
    try wait("another page") {
      do {
        _ = try tell("GET", "/element/\(page)/name")
        return false
      } catch {
        return "\(error)".contains("stale") || "\(error)".contains("not found")
      }
    }
    try wait("the whole of another page") { try has("footer") }
  }

  /// Runs a script in the page.
  /// - Returns: what it returns.
  @discardableResult
  public func run(_ script: String, _ arguments: Any...) throws -> Any? {
    try tell("POST", "/execute/sync", ["script": script, "args": arguments])
  }

  /// Runs a script that returns something of a type.
  /// - Throws: `Child.Trouble` where it returns something else.
  public func ask<Result>(_ script: String, _ arguments: Any...) throws -> Result {
    let said = try tell("POST", "/execute/sync", ["script": script, "args": arguments])
    guard let result = said as? Result else {
      throw Child.Trouble(description: "\(said ?? "nothing") came of \(script)")
    }
    return result
  }

  /// Waits until the page stands on the screen: two frames were drawn.
  public func settle() throws {
    try tell(
      "POST", "/execute/async",
      [
        "script": """
        const done = arguments[0], frame = requestAnimationFrame;
        frame(() => frame(() => frame(() => setTimeout(done))));
        """, "args": [Any](),
      ])
  }

  /// Waits for something.
  /// - Throws: `Child.Trouble` where it does not come in twenty seconds, with what the page says.
  public func wait(_ what: String, until isThere: () throws -> Bool) throws {
    let limit = ContinuousClock.now + .seconds(20)
    while true {
      if try isThere() { return }
      guard ContinuousClock.now < limit else {
        let page = (try? text("body")) ?? "nothing"
        throw Child.Trouble(
          description: "\(what) did not come; the page says: \(page.prefix(2_000))")
      }
      usleep(10_000)
    }
  }

  /// What leads a driver to an element.
  func find(_ query: String) throws -> String {
    let found = try tell("POST", "/element", Self.css(query)) as? [String: String]
    return found?.values.first ?? ""
  }

  private static func css(_ query: String) -> [String: Any] {
    ["using": "css selector", "value": query]
  }
}

/// Windows: several pages of one browser.
extension Browser {
  /// The window that is led now.
  public func window() throws -> String { try tell("GET", "/window") as? String ?? "" }

  /// Opens another tab and leads that.
  public func openTab() throws {
    let made = try tell("POST", "/window/new", ["type": "tab"]) as? [String: String]
    try lead(made?["handle"] ?? "")
  }

  /// Leads a window.
  public func lead(_ window: String) throws { try tell("POST", "/window", ["handle": window]) }
}
