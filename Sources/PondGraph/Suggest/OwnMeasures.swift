// What `pond explain` says of a person's own measures, beside those of the model.

extension Measures {
  /// The changes that concern a topic, with what the model has; nil where there is none.
  func explanation(of topic: Explanation.Topic) -> String? {
    let told = changes.filter { $0.topics.contains(topic) }.map { change in
      "  \(Figures.padded(change.subject, 28)) \(Figures.padded(change.value, 8)) "
        + (Measures.standard.current(change).map { "(the model: \($0.value))" } ?? "")
    }
    guard !told.isEmpty else { return nil }
    return (["Yours, as you agreed to them (pond learn):"] + told.map(\.withoutTrailingBlanks))
      .joined(separator: "\n")
  }
}

extension MeasureChange {
  /// What it sets, in words that stand in a column.
  package var subject: String {
    switch self {
    case .price: "a post past the free ones"
    case .allowance: "free minutes a week"
    case .ambience: "being glimpsed"
    case .credit(let kind, _): kind.rawValue
    case .folder(let name, _): "“\(name)”"
    }
  }

  /// To what it sets it.
  package var value: String {
    switch self {
    case .price(let value), .allowance(let value), .ambience(let value), .credit(_, let value):
      Figures.decimal(value, 2)
    case .folder(_, let verdict): verdict.rawValue
    }
  }

  /// The topics that speak of it.
  fileprivate var topics: Set<Explanation.Topic> {
    switch self {
    case .price, .allowance: [.bar, .verdicts]
    case .ambience: [.signals, .choosing]
    case .credit: [.credits]
    case .folder: [.verdicts]
    }
  }
}

extension String {
  fileprivate var withoutTrailingBlanks: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
