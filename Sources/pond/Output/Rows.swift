import PondGraph

/// Values as rows with tabs between their fields (TSV), for programs: whole, never cut, a header
/// first. A tab or a line end within a value is a blank, and what a spreadsheet would take for a
/// formula begins with an apostrophe, as in `AccountCSV`.
struct Rows<Value> {
  /// One column.
  struct Column {
    let name: String
    let value: (Value) -> String?
  }

  private let columns: [Column]

  /// Takes the columns of these names, in their order; none takes all of them.
  init(_ columns: [Column], names: [String]) {
    self.columns =
      names.isEmpty
      ? columns : names.compactMap { name in columns.first { $0.name == name } }
  }

  /// The names of the columns.
  var header: String { columns.map(\.name).joined(separator: "\t") }

  /// One row.
  func line(_ value: Value) -> String {
    columns.map { Self.cell($0.value(value)) }.joined(separator: "\t")
  }

  /// The header and every row.
  func lines(_ values: [Value]) -> [String] { [header] + values.map(line) }

  private static func cell(_ value: String?) -> String {
    guard let value else { return "" }
    let flat = value.utf8.contains(0x09) ? value.replacing("\t", with: " ") : value
    return SpreadsheetGuard.harmless(Sanitize.line(flat))
  }
}

/// Keeps a cell from acting in a spreadsheet (T-I09).
enum SpreadsheetGuard {
  /// The line, with an apostrophe in front where a spreadsheet would take it for a formula: it
  /// begins, after blanks too, with a sign that formulas begin with, and is no number.
  static func harmless(_ line: String) -> String {
    let start = line.drop { $0.isWhitespace }
    let isFormula = start.first.map { signs.contains($0) } ?? false
    let startsOdd = line.first.map { $0 == "\t" || $0 == "\r" } ?? false
    return (isFormula || startsOdd) && Double(line) == nil ? "'" + line : line
  }

  // With their full-width forms, which some spreadsheets take for the same.
  private static let signs: Set<Character> = [
    "=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠",
  ]
}
