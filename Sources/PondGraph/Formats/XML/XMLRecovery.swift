/// What somebody who knows the vocabulary of a text says where its tags do not fit together.
package protocol XMLRecovery: Sendable {
  /// How many of the open elements, counted from the outermost, stay open where another begins;
  /// those further in were left open by mistake and end before it.
  /// - Parameter unended: for each of the open elements, whether the text nowhere ends it.
  func staying(_ open: [XMLName], unended: [Bool], before name: XMLName) -> Int
  /// Whether a tag that begins an element lost the slash that would make it an end.
  /// - Parameter hasRecords: whether an element with `isRecord` was read before.
  func isEnd(_ name: XMLName, open: [XMLName], hasRecords: Bool) -> Bool
  /// Whether it is what the text is a list of: an item, an entry. Such an element is never empty.
  func isRecord(_ name: XMLName) -> Bool
  /// Whether it holds the records.
  func holdsRecords(_ name: XMLName) -> Bool
  /// Whether the vocabulary has this name.
  func isKnown(_ name: XMLName) -> Bool
}
