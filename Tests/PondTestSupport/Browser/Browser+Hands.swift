import Foundation

/// Keys and fingers.
extension Browser {
  /// A key that is no letter, as WebDriver writes it.
  public enum Key: String, Sendable {
    case tab = "\u{E004}"
    case enter = "\u{E007}"
    case escape = "\u{E00C}"
    case space = " "
    case right = "\u{E014}"
    case left = "\u{E012}"
  }

  /// Presses keys, one after another, wherever the focus is.
  public func press(_ keys: String) throws {
    let actions = keys.flatMap { key in
      [["type": "keyDown", "value": "\(key)"], ["type": "keyUp", "value": "\(key)"]]
    }
    try act(["type": "key", "id": "keys", "actions": actions])
  }

  /// Presses a key.
  public func press(_ key: Key) throws { try press(key.rawValue) }

  /// Presses Tab backwards.
  public func pressBackTab() throws {
    let (shift, tab) = ("\u{E008}", Key.tab.rawValue)
    let actions = [("keyDown", shift), ("keyDown", tab), ("keyUp", tab), ("keyUp", shift)]
      .map { ["type": $0, "value": $1] }
    try act(["type": "key", "id": "keys", "actions": actions])
  }

  /// Draws a finger sideways over the middle of an element.
  /// - Parameter way: to the right where positive, in pixels.
  public func swipe(_ query: String, by way: Int) throws {
    let box: [Double] = try ask(
      """
      const one = document.querySelector(arguments[0]);
      one.scrollIntoView({ block: "center", behavior: "instant" });
      const box = one.getBoundingClientRect();
      const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
      return [innerWidth / 2, (top + bottom) / 2];
      """, query)
    let (x, y) = (Int(box[0]) - way / 2, Int(box[1]))
    try touch([
      ["type": "pointerMove", "duration": 0, "x": x, "y": y],
      ["type": "pointerDown", "button": 0],
      ["type": "pointerMove", "duration": 60, "x": x + way / 2, "y": y + 2],
      ["type": "pointerMove", "duration": 60, "x": x + way, "y": y + 3],
      ["type": "pointerUp", "button": 0],
    ])
  }

  /// Touches an element in its middle.
  public func tap(_ query: String) throws {
    let box: [Double] = try ask(
      """
      const one = document.querySelector(arguments[0]);
      one.scrollIntoView({ block: "center", behavior: "instant" });
      const box = one.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
      """, query)
    try touch([
      ["type": "pointerMove", "duration": 0, "x": Int(box[0]), "y": Int(box[1])],
      ["type": "pointerDown", "button": 0], ["type": "pause", "duration": 20],
      ["type": "pointerUp", "button": 0],
    ])
  }

  private func touch(_ actions: [[String: Any]]) throws {
    try act([
      "type": "pointer", "id": "finger", "parameters": ["pointerType": "touch"], "actions": actions,
    ])
  }

  private func act(_ source: [String: Any]) throws {
    try tell("POST", "/actions", ["actions": [source]])
  }
}

/// What a person set for all pages.
extension Browser {
  /// Whether it is dark, and whether nothing should move.
  public func prefer(dark: Bool = false, still: Bool = false) throws {
    try command(
      "Emulation.setEmulatedMedia",
      [
        "features": [
          ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"],
          ["name": "prefers-reduced-motion", "value": still ? "reduce" : "no-preference"],
        ]
      ])
  }
}
