/// Strangers' text and addresses made fit for a page.
package enum HTMLText {
  /// A stranger's text on one line, in which nothing is markup and nothing turns the writing round.
  /// - Parameter limit: the most scalars of it that are shown.
  package static func escaped(_ text: String, limit: Int = 300) -> String {
    var escaped = ""
    for scalar in ChecklistText.plain(text, limit: limit).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The address, not yet escaped, if it leads to a web page and nowhere else.
  package static func link(_ address: String) -> String? {
    let plain = String(
      address.unicodeScalars.filter {
        !$0.properties.isWhitespace && $0.value > 0x20 && $0.value != 0x7F
      })
    let start = plain.prefix(8).lowercased()
    guard start.hasPrefix("https://") || start.hasPrefix("http://") else { return nil }
    return plain.utf8.count <= 2_000 ? plain : nil
  }
}
