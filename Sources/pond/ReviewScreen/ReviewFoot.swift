import PondGraph

/// The last lines of a review's screen: what was done, what is suggested, the keys. They are there
/// whatever the size, so that nobody has to guess how to go on.
struct ReviewFoot {
  private let message: StyledText
  private let said: String
  private let place: String
  private let keys: [StyledText]

  /// A foot with keys.
  init(message: String, said: String, place: String, keys: [ReviewKey], width: Int) {
    self.message = StyledText(message)
    self.said = said
    self.place = place
    self.keys = Self.rows(keys.map { (String($0.letter), $0.label) }, width: width)
  }

  /// A foot with a line to write in, or one sentence.
  init(message: String, said: String, place: String, typing: String) {
    self.message = StyledText(message)
    self.said = said
    self.place = place
    keys = [StyledText(typing)]
  }

  /// How many lines it takes.
  var count: Int { 2 + keys.count }

  /// The lines, with a mark where there is more than is shown.
  func marking(_ rest: (above: Int, below: Int)) -> [StyledText] {
    var line = StyledText(said, .strong)
    let marks = [
      place.isEmpty ? nil : place,
      rest.above > 0 ? "↑ \(Words.count(rest.above, "line"))" : nil,
      rest.below > 0 ? "↓ \(Words.count(rest.below, "more line"))" : nil,
    ].compactMap { $0 }
    line.add((said.isEmpty || marks.isEmpty ? "" : "   ") + marks.joined(separator: "   "), .quiet)
    return [message, line] + keys
  }

  /// Keys beside what they do, in as many rows as it takes.
  static func rows(_ keys: [(key: String, label: String)], width: Int) -> [StyledText] {
    var rows = [StyledText()]
    for key in keys {
      var item = StyledText(key.key, .key)
      item.add(" " + key.label)
      let gap = rows[rows.count - 1].pieces.isEmpty ? 0 : 3
      if rows[rows.count - 1].width + gap + item.width > width { rows.append(StyledText()) }
      if !rows[rows.count - 1].pieces.isEmpty { rows[rows.count - 1].add("   ") }
      for piece in item.pieces { rows[rows.count - 1].add(piece.text, piece.style) }
    }
    return rows
  }
}
