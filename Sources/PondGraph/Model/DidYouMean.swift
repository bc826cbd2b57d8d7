/// Finds what somebody may have meant by a word that is none of those that there are.
public enum DidYouMean {
  /// The words nearest to a mistyped one, nearest first, equals in their own order; none where
  /// nothing is near. Letters that were swapped, left out, doubled or mistaken count as one slip;
  /// a third of the word may be slips, two at most in a short one.
  ///
  /// O(words × length²); words longer than 64 letters are compared by their beginnings.
  public static func nearest(_ word: String, among words: some Sequence<String>) -> [String] {
    let typed = letters(word)
    guard !typed.isEmpty else { return [] }
    let most = max(1, min(3, typed.count / 3))
    let near = words.enumerated().compactMap { number, candidate -> (Int, Int, String)? in
      let known = letters(candidate)
      if abs(known.count - typed.count) > most {
        return known.count > typed.count && typed.count >= 3 && known.starts(with: typed)
          ? (most, number, candidate) : nil
      }
      let slips = slips(typed, known)
      return slips <= most ? (slips, number, candidate) : nil
    }
    return near.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(3).map(\.2)
  }

  /// "Did you mean keep?"; nil where nothing is near.
  public static func advice(_ word: String, among words: some Sequence<String>) -> String? {
    let near = nearest(word, among: words)
    guard let last = near.last else { return nil }
    let before = near.dropLast().joined(separator: ", ")
    return "Did you mean \(before.isEmpty ? last : "\(before) or \(last)")?"
  }

  private static func letters(_ word: String) -> [Character] {
    Array(word.lowercased().prefix(64).filter { $0 != "-" && $0 != "_" && $0 != " " })
  }

  // Damerau's distance, restricted: a swap of neighbours is one slip.
  private static func slips(_ left: [Character], _ right: [Character]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var best = min(last[j + 1], row[j]) + 1
        best = min(best, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          best = min(best, before[j - 1] + 1)
        }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    return last[right.count]
  }
}
