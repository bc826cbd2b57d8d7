/// One change of the measures by which a person's accounts are weighed, as they agreed to it.
///
/// It is written in words, in a pond file and in the file of decisions alike: `price 0.15`, `allowance 8`,
/// `ambience 0.1`, `credit opened 0.5`, `folder thin News/Tech`.
public enum MeasureChange: Hashable, Sendable {
  /// What a post past the free minutes costs, in items worth attention: above 0, up to 1.
  case price(Double)
  /// The minutes a week that every account has free: above 0, up to 120.
  case allowance(Double)
  /// What being glimpsed comes to at most, in parts of what an ordinary account gives: 0 to 1.
  case ambience(Double)
  /// What an act says of a post: 0 to 1; never of one that merely went by.
  case credit(ActKind, Double)
  /// What is wanted of the accounts in a folder that cost something: keep or thin.
  case folder(String, Verdict)

  /// The change in words, on one line.
  public var words: String {
    switch self {
    case .price(let value): "price \(value)"
    case .allowance(let value): "allowance \(value)"
    case .ambience(let value): "ambience \(value)"
    case .credit(let kind, let value): "credit \(kind.rawValue) \(value)"
    case .folder(let name, let verdict): "folder \(verdict.rawValue) \(Self.written(name))"
    }
  }

  /// The change that words say; nil where they say none, or one outside of its bounds.
  public init?(_ words: String) {
    let parts = words.split(separator: " ", maxSplits: 2).map(String.init)
    switch (parts.first, parts.count) {
    case ("price", 2): self.init(parts[1], within: 1) { .price($0) }
    case ("allowance", 2): self.init(parts[1], within: 120) { .allowance($0) }
    case ("ambience", 2): self.init(parts[1], within: 1, fromZero: true) { .ambience($0) }
    case ("credit", 3):
      guard let kind = ActKind(rawValue: parts[1]), kind != .seen else { return nil }
      self.init(parts[2], within: 1, fromZero: true) { .credit(kind, $0) }
    case ("folder", 3):
      guard let verdict = Verdict(rawValue: parts[1]), [.keep, .thin].contains(verdict) else {
        return nil
      }
      self = .folder(Self.read(parts[2]), verdict)
    default: return nil
    }
  }

  private init?(
    _ figure: String, within limit: Double, fromZero: Bool = false,
    _ make: (Double) -> MeasureChange
  ) {
    guard let value = Double(figure), value <= limit, fromZero ? value >= 0 : value > 0 else {
      return nil
    }
    self = make(value)
  }

  // A folder's name may hold what ends a line or begins a remark; each stands for itself as %XX.
  private static func written(_ name: String) -> String {
    name.unicodeScalars.map { scalar in
      let isPlain =
        scalar.value > 0x20 && scalar.value != 0x7F && !"#%".unicodeScalars.contains(scalar)
      guard !isPlain, scalar.isASCII else { return String(scalar) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }

  private static func read(_ written: String) -> String {
    written.replacing(/%([0-9A-F]{2})/) { match in
      UInt8(match.output.1, radix: 16).map { String(Unicode.Scalar($0)) } ?? String(match.output.0)
    }
  }
}
