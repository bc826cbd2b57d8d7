#if Web
  import PondGraph

  /// Parts of a question as a list of terms with their lines.
  struct PartsList {
    let parts: [QuestionRows.Part]

    /// The terms; what a label stands for is the lines that follow it.
    var html: String { "<dl class=\"parts\">\(parts.map(Self.part).joined(separator: "\n"))</dl>" }

    /// One term.
    static func part(_ part: QuestionRows.Part) -> String {
      row(part.label, part.lines.map { "<dd>\(WebLink.text($0))</dd>" })
    }

    /// A term of markup that was escaped already.
    static func row(_ label: String, _ lines: [String]) -> String {
      "<div><dt>\(HTMLText.escaped(label))</dt>\(lines.joined())</div>"
    }
  }
#endif
