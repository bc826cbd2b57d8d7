import PondGraph

/// What stands on the screen of a tasting: a pure function of the post and of how large the screen is.
struct TastePage {
  let post: Pond.TastingPost
  /// What is said of what was done last; empty for nothing.
  var message = ""

  /// The least that a post needs.
  static let smallest = ScreenSize(columns: 30, rows: 9)

  /// As many lines as the screen has rows, none wider than it.
  func lines(_ size: ScreenSize) -> [StyledText] {
    guard size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows else {
      return fitted(tooSmall(size), size)
    }
    let foot = foot(size)
    let room = size.rows - head.count - foot.count
    var body = self.body(size)
    // What does not fit is cut, not scrolled: a taste is a glance.
    if body.count > room, let last = body.prefix(room).last {
      body = body.prefix(room - 1) + [StyledText(last.plain + " …", .plain)]
    }
    let blanks = [StyledText](repeating: StyledText(), count: max(0, room - body.count))
    return fitted(head + body + blanks + foot, size)
  }

  private func fitted(_ lines: [StyledText], _ size: ScreenSize) -> [StyledText] {
    let lines = lines.prefix(size.rows).map { $0.cut(to: size.columns) }
    return lines + [StyledText](repeating: StyledText(), count: size.rows - lines.count)
  }

  private func tooSmall(_ size: ScreenSize) -> [StyledText] {
    let least = Self.smallest
    let words = """
      This window is too small for a post. It needs \(least.columns) columns and \(least.rows) rows. \
      Enlarge it, or press q.
      """
    return Words.wrap(words, to: max(1, size.columns)).map { StyledText($0) }
  }

  private var head: [StyledText] {
    var line = StyledText(TasteWords.question, .quiet)
    line.add("   " + TasteWords.place(post), .quiet)
    return [line, StyledText()]
  }

  private func body(_ size: ScreenSize) -> [StyledText] {
    let width = min(size.columns, 100)
    var lines: [StyledText] = []
    if let account = post.account {
      lines.append(StyledText(Sanitize.line(account.name), .quiet))
    }
    if let title = TasteWords.title(post) {
      lines += Words.wrap(title, to: width).map { StyledText($0, .strong) }
    }
    guard let beginning = TasteWords.beginning(post) else { return lines }
    let gap = lines.isEmpty || size.rows < 16 ? [] : [StyledText()]
    return lines + gap + Words.wrap(beginning, to: width).prefix(6).map { StyledText($0) }
  }

  private func foot(_ size: ScreenSize) -> [StyledText] {
    let said = Words.wrap(message, to: size.columns).prefix(2).map { StyledText($0) }
    let keys = ReviewFoot.rows(
      TasteKey.all.map { ($0.name, $0.label) }, width: size.columns)
    return (said.isEmpty ? [StyledText()] : said) + keys
  }
}
