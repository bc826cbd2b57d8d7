import Foundation
import Synchronization

/// How often the tests of trust try something: a few times in `make test`, every time that the
/// promise names in `make trust`, which sets `POND_TRUST_ROUNDS=all`.
public enum Rounds {
  private static let environment = ProcessInfo.processInfo.environment

  /// Whether all rounds were asked for.
  public static let areAll = environment["POND_TRUST_ROUNDS"] == "all"

  /// How often to try something: `few` times, or `all` times when asked for.
  public static func times(_ few: Int, _ all: Int) -> Int { areAll ? all : few }

  /// Some of a list, evenly spread; the whole list when all rounds were asked for. What comes first
  /// is among them.
  public static func some<Item>(_ few: Int, of items: [Item]) -> [Item] {
    guard !areAll, few < items.count else { return items }
    return (0..<few).map { items[$0 * items.count / few] }
  }

  /// Some of the numbers from 1 to `last`, evenly spread with a seeded start: `few`, or `all` when
  /// asked for.
  public static func sample(_ few: Int, _ all: Int, of last: Int, seed: UInt64 = 1) -> [Int] {
    let count = times(few, all)
    guard count < last else { return Array(1...max(last, 1)) }
    var chance = SplitMix64(seed: seed)
    let step = Double(last) / Double(count)
    let start = chance.unit() * step
    return (0..<count).map { min(last, Int(start + Double($0) * step) + 1) }
  }

  /// Notes how often a promise was tried, as a line of the file that `$POND_TRUST_FIGURES` names;
  /// `make trust` adds them up and prints them.
  public static func note(_ promise: String, _ count: Int, _ what: String) {
    guard let path = environment["POND_TRUST_FIGURES"], count > 0 else { return }
    writing.withLock { _ in
      guard let file = fopen(path, "a") else { return }
      fputs("\(promise)\t\(count)\t\(what)\n", file)
      fclose(file)
    }
  }

  private static let writing = Mutex(())
}
