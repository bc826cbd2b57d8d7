/// Yes and no as spreadsheets of many countries write them into a table.
package enum SpreadsheetWord {
  private static let yes: Set<String> = [
    "true", "1", "wahr", "vrai", "verdadero", "verdadeiro", "vero", "waar", "sant", "sand", "sann",
    "tosi", "prawda", "pravda", "igaz", "истина", "doğru", "αληθής", "真",
  ]
  private static let no: Set<String> = [
    "false", "0", "falsch", "faux", "falso", "onwaar", "falskt", "falsk", "usand", "usann",
    "epätosi", "fałsz", "nepravda", "hamis", "ложь", "yanlış", "ψευδής", "假",
  ]

  /// What a word says; nil for one that says neither.
  package static func value(_ word: String) -> Bool? {
    let small = word.lowercased()
    return yes.contains(small) ? true : no.contains(small) ? false : nil
  }
}
