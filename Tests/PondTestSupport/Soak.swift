import Foundation

/// The long form of the tests of trust: `POND_SOAK=1 make test` tries everything that the short
/// form only samples.
public enum Soak {
  /// Whether the long form was asked for.
  public static let isOn = ProcessInfo.processInfo.environment["POND_SOAK"] == "1"

  /// How often to try something: `short` times, or `long` times when asked for.
  public static func times(_ short: Int, _ long: Int) -> Int { isOn ? long : short }

  /// Some of the numbers from 1 to `last`, evenly spread with a seeded start; all of them in the
  /// long form.
  public static func sample(_ short: Int, of last: Int, seed: UInt64 = 1) -> [Int] {
    guard !isOn, short < last else { return Array(1...max(last, 1)) }
    var chance = SplitMix64(seed: seed)
    let step = Double(last) / Double(short)
    let start = chance.unit() * step
    return (0..<short).map { min(last, Int(start + Double($0) * step) + 1) }
  }
}
