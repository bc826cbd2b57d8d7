/// By which measures the accounts of a person are weighed: those of the model (§1, §3, §6), until the
/// person agrees to others. A value that is handed from room to room; nothing is set globally.
public struct Measures: Hashable, Sendable {
  /// μ: what every post past the allowance costs, in items worth attention.
  public private(set) var price: Double
  /// A: the minutes a week that every account has free.
  public private(set) var allowance: Double
  /// ε: what being glimpsed comes to at most, in parts of what an ordinary account gives.
  public private(set) var ambience: Double
  /// What each act says of a post.
  public private(set) var credits: Credits
  /// What is wanted of the accounts of a folder that cost something: keep or thin, by the folder's path.
  public private(set) var folders: [String: Verdict]

  /// The model's own.
  public static let standard = Measures(credits: .standard)

  /// The model's own with another table of credits.
  package init(credits: Credits) {
    price = Bar.price
    allowance = Bar.allowance
    ambience = Worth.ambience
    self.credits = credits
    folders = [:]
  }

  /// The model's own with changes made to them, the oldest first.
  package init(_ changes: some Sequence<MeasureChange>) {
    self = changes.reduce(.standard) { $0.changed($1) }
  }

  /// The same with one change made.
  package func changed(_ change: MeasureChange) -> Measures {
    var changed = self
    switch change {
    case .price(let value): changed.price = value
    case .allowance(let value): changed.allowance = value
    case .ambience(let value): changed.ambience = value
    case .credit(let kind, let value): changed.credits[kind] = value
    case .folder(let name, let verdict): changed.folders[name] = verdict
    }
    return changed
  }

  /// What stands now where a change would set something; nil for a folder of which nothing is said.
  package func current(_ change: MeasureChange) -> MeasureChange? {
    switch change {
    case .price: .price(price)
    case .allowance: .allowance(allowance)
    case .ambience: .ambience(ambience)
    case .credit(let kind, _): .credit(kind, credits[kind])
    case .folder(let name, _): folders[name].map { .folder(name, $0) }
    }
  }

  /// The changes that lead from the model's own to these, in one order.
  package var changes: [MeasureChange] {
    let standard = Measures.standard
    let figures: [MeasureChange?] = [
      price == standard.price ? nil : .price(price),
      allowance == standard.allowance ? nil : .allowance(allowance),
      ambience == standard.ambience ? nil : .ambience(ambience),
    ]
    let acts = ActKind.allCases.filter { credits[$0] != standard.credits[$0] }
    return figures.compactMap { $0 } + acts.map { .credit($0, credits[$0]) }
      + folders.sorted { $0.key < $1.key }.map { .folder($0.key, $0.value) }
  }
}
