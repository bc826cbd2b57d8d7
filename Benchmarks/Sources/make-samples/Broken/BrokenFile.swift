/// A small input that is damaged, hostile or odd, and what must come of it.
struct BrokenFile: Sendable {
  let name: String
  let bytes: [UInt8]
  /// The exit codes that are right.
  let exit: String
  /// What must happen, and the gist of the sentence.
  let outcome: String

  init(_ name: String, _ bytes: [UInt8], exit: String, _ outcome: String) {
    self.name = name
    self.bytes = bytes
    self.exit = exit
    self.outcome = outcome
  }

  init(_ name: String, _ text: String, exit: String, _ outcome: String) {
    self.init(name, Array(text.utf8), exit: exit, outcome)
  }
}

/// A short list that is in order, to be spoiled in one way at a time.
enum GoodList {
  /// Seven feeds in two folders.
  static let text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <opml version="2.0">
      <head><title>Seven to spoil</title></head>
      <body>
        <outline text="Bread">
          <outline type="rss" text="Rye" xmlUrl="https://rye.example/feed" htmlUrl="https://rye.example/"/>
          <outline type="rss" text="Crumb" xmlUrl="https://crumb.example/feed" htmlUrl="https://crumb.example/"/>
          <outline type="rss" text="Crust" xmlUrl="https://crust.example/feed" htmlUrl="https://crust.example/"/>
        </outline>
        <outline text="Boats">
          <outline type="rss" text="Keel" xmlUrl="https://keel.example/feed" htmlUrl="https://keel.example/"/>
          <outline type="rss" text="Oar" xmlUrl="https://oar.example/feed" htmlUrl="https://oar.example/"/>
          <outline type="rss" text="Sail" xmlUrl="https://sail.example/feed" htmlUrl="https://sail.example/"/>
        </outline>
        <outline type="rss" text="Lamp" xmlUrl="https://lamp.example/feed" htmlUrl="https://lamp.example/"/>
      </body>
    </opml>

    """

  /// The same list after one replacement.
  static func spoiled(_ part: String, with other: String) -> String {
    precondition(text.contains(part), "the list has no \(part)")
    return text.replacing(part, with: other)
  }
}
