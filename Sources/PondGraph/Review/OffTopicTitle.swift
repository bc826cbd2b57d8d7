/// The title that shares no word with the others: somebody is more than their subject, and a
/// decision should have seen that (R1).
package enum OffTopicTitle {
  /// The fewest titles that make a subject.
  private static let fewest = 6

  /// The place of the first such title among these; nil where they have no common subject to be off.
  /// O(words).
  package static func place(among titles: [String]) -> Int? {
    let words = titles.map { Set(TitleWords.words(of: $0)) }
    var counts: [String: Int] = [:]
    for word in words.joined() { counts[word, default: 0] += 1 }
    func isShared(_ word: String) -> Bool { counts[word] ?? 0 > 1 }
    let spoken = words.filter { !$0.isEmpty }
    let alike = spoken.count { $0.contains(where: isShared) }
    guard spoken.count >= fewest, alike * 4 >= spoken.count * 3 else { return nil }
    return words.firstIndex { $0.count > 1 && !$0.contains(where: isShared) }
  }
}
