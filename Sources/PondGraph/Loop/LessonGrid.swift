/// The changes of the measures that a person's answers may speak for: few, and declared here. What being
/// glimpsed counts (ε) moves no suggestion, so that no answer can speak of it.
package enum LessonGrid {
  /// What a post past the free minutes may cost.
  package static let prices = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3]
  /// What an act may say of a post.
  package static let credits = [0.1, 0.25, 0.5, 0.8, 1]
  /// The minutes a week that may be free.
  package static let allowances = [1.0, 2, 4, 8, 15]
  /// From how many answers of a folder that want the same, against what is suggested, a word for it is
  /// looked at.
  package static let fewestOfFolder = 5

  /// The acts about which it may learn. Whoever answers or quotes means it.
  private static let acts: [ActKind] = [
    .opened, .read, .watched, .liked, .starred, .saved, .reshared,
  ]

  /// The changes of figures, each to another value than that of today, the nearest first.
  /// - Parameter acts: what the person did with the posts of those about whom they answered.
  package static func changes(from measures: Measures, acts: [ActKind]) -> [MeasureChange] {
    nearest(prices, to: measures.price).map { .price($0) }
      + Self.acts.filter(acts.contains).flatMap { act in
        nearest(credits, to: measures.credits[act]).map { .credit(act, $0) }
      } + nearest(allowances, to: measures.allowance).map { .allowance($0) }
  }

  private static func nearest(_ values: [Double], to value: Double) -> [Double] {
    // To a thousandth, so that what is as near on both sides is so to a computer too.
    func distance(_ other: Double) -> Double { (abs(other - value) * 1000).rounded() }
    return values.filter { $0 != value }.sorted { (distance($0), $0) < (distance($1), $1) }
  }

  /// Words for folders of which so many answers want the same, against what is suggested.
  package static func folderWords(
    _ cases: [Hindsight.Case], _ measures: Measures
  ) -> [MeasureChange] {
    let against = cases.filter { $0.heedsFolder && $0.suggested.first != .some($0.said) }
    let folders = Dictionary(grouping: against.filter { $0.folder != nil }) { $0.folder ?? "" }
    return folders.keys.sorted().flatMap { name -> [MeasureChange] in
      [(Hindsight.Course.less, Verdict.thin), (.whole, .keep)].compactMap { course, verdict in
        let agreeing = folders[name, default: []].count { $0.said == course }
        guard agreeing >= fewestOfFolder, measures.folders[name] != verdict else { return nil }
        return .folder(name, verdict)
      }
    }
  }
}
