/// Parts of a page as lines of a width: labels in a column of their own where there is room for it.
struct ReviewRows {
  let parts: [QuestionRows.Part]
  let width: Int

  private static let column = 17
  private var isWide: Bool { width >= 60 }
  private var room: Int { isWide ? min(width, 110) - Self.column : width - 2 }

  /// The lines.
  var lines: [StyledText] { parts.flatMap(rows) }

  private func rows(_ part: QuestionRows.Part) -> [StyledText] {
    let texts = part.lines.flatMap { line in
      part.isCut ? [Width.cut(line, to: cutRoom)] : Words.wrap(line, to: room)
    }
    guard isWide else {
      return [StyledText(part.label, .strong)] + texts.map { StyledText("  " + $0) }
    }
    return texts.enumerated().map { index, text in
      let label = index == 0 ? part.label : ""
      var line = StyledText(Width.pad(label, to: Self.column), .strong)
      line.add(text)
      return line
    }
  }

  private var cutRoom: Int { isWide ? width - Self.column : width - 2 }
}
