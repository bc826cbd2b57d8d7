/// The labels of a `category` attribute: `/Tourism/New York,/Food` as the specification has it, or
/// plain words with commas between, as newsboat writes them. `importance/N` is Fraidycat's way of
/// giving a feed a weight, and no label.
struct OPMLCategory {
  let tags: [String]
  let importance: Double?

  init(_ text: String) {
    let labels = text.split(separator: ",").map { label in
      label.split(separator: "/").map { $0.trimmingPrefix { $0 == " " } }
        .filter { !$0.isEmpty }.joined(separator: "/").trimmedBlanks
    }.filter { !$0.isEmpty }
    let weights = labels.compactMap(Self.weight)
    importance = weights.last
    tags = labels.filter { Self.weight($0) == nil }.uniqued()
  }

  private static func weight(_ label: String) -> Double? {
    let parts = label.split(separator: "/")
    guard parts.count == 2, parts.first?.lowercased() == "importance", let number = parts.last,
      let weight = Double(number), weight.isFinite
    else { return nil }
    return weight
  }
}
