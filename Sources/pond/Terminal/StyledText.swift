import Foundation

/// One line for a screen: words with weights. What it says, it says without them: colour and weight
/// only help the eye.
struct StyledText: Hashable {
  /// How a piece looks.
  enum Style: Hashable {
    case plain, strong, quiet, key
  }

  /// A piece of one look.
  struct Piece: Hashable {
    let text: String
    let style: Style
  }

  private(set) var pieces: [Piece] = []

  init(_ text: String = "", _ style: Style = .plain) {
    add(text, style)
  }

  /// Puts a piece behind the others.
  mutating func add(_ text: String, _ style: Style = .plain) {
    if !text.isEmpty { pieces.append(Piece(text: text, style: style)) }
  }

  /// The words alone.
  var plain: String { pieces.map(\.text).joined() }
  /// The columns that it takes.
  var width: Int { pieces.reduce(0) { $0 + Width.columns(of: $1.text) } }

  /// The same cut to a width, with an ellipsis where something was cut.
  func cut(to limit: Int) -> StyledText {
    guard width > limit else { return self }
    var cut = StyledText()
    var room = limit
    for piece in pieces where room > 0 {
      let columns = Width.columns(of: piece.text)
      // The ellipsis has to be seen also where a piece ends just at the edge.
      let text = columns < room ? piece.text : Width.cut(piece.text + "  ", to: room)
      cut.add(text, piece.style)
      room -= min(columns, room)
    }
    return cut
  }

  /// The line as a terminal takes it.
  func escaped(colour: Bool) -> String {
    pieces.map { piece in
      switch (piece.style, colour) {
      case (.plain, _): piece.text
      case (.strong, _), (.key, false): "\u{1B}[1m\(piece.text)\u{1B}[0m"
      case (.quiet, _): "\u{1B}[2m\(piece.text)\u{1B}[0m"
      case (.key, true): "\u{1B}[1;36m\(piece.text)\u{1B}[0m"
      }
    }.joined()
  }
}
