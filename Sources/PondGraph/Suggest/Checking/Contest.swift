/// All ways of choosing under the same caps, scored on the same later time.
struct Contest {
  let holdOut: HoldOut
  let costs: [AccountKey: Double]
  let caps: Caps
  /// Every account, in the order of the keys.
  let order: [AccountKey]
  /// Whom the pond keeps.
  let pond: Set<AccountKey>

  private var worths: [Double] { order.map { holdOut.outcomes[$0]?.worth ?? 0 } }

  /// The pond, its rivals by what they captured, chance, and the oracle last.
  func scores(_ rivals: [Rival], days: Double) -> [PastCheck.Score] {
    let resampling = Resampling(count: order.count)
    let worths = worths
    let entries = rivals.map { (name: $0.name, kept: $0.kept(costs, caps)) }
    func score(_ name: String, _ kept: Set<AccountKey>) -> PastCheck.Score {
      let share = { (often: [Int]) in Self.captured(kept, order, worths, often) }
      let once = [Int](repeating: 1, count: order.count)
      return PastCheck.Score(
        name: name, captured: share(once) ?? 0, interval: resampling.interval(share),
        voices: voices(kept),
        lead: name == "pond"
          ? nil
          : resampling.interval { often in
            guard let ours = Self.captured(pond, order, worths, often), let theirs = share(often)
            else { return nil }
            return ours - theirs
          },
        accounts: kept.count, postsPerWeek: postsPerWeek(of: kept, days: days))
    }
    let scored = entries.map { score($0.name, $0.kept) } + [chance(days: days)]
    let oracle = scored.filter { $0.name == "oracle" }
    let rest = scored.filter { $0.name != "oracle" }
      .sorted { ($1.captured, $0.name) < ($0.captured, $1.name) }
    return [score("pond", pond)] + rest + oracle
  }

  /// What choosing blindly captures on average, over a hundred orders that are the same in every run.
  private func chance(days: Double) -> PastCheck.Score {
    let worths = Dictionary(zip(order, worths)) { $1 }
    let whole = max(order.reduce(0) { $0 + (worths[$1] ?? 0) }, .leastNonzeroMagnitude)
    var state: UInt64 = 0x2545_F491_4F6C_DD1D
    var shares: [Double] = []
    var heard = 0.0
    var sizes = 0
    var volume = 0.0
    for _ in 0..<100 {
      var shuffled = order
      for index in shuffled.indices.reversed() where index > 0 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        shuffled.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
      }
      let kept = Rival(name: "", order: shuffled).kept(costs, caps)
      shares.append(kept.sorted().reduce(0) { $0 + (worths[$1] ?? 0) } / whole)
      heard += voices(kept)
      sizes += kept.count
      volume += postsPerWeek(of: kept, days: days)
    }
    shares.sort()
    return PastCheck.Score(
      name: "chance", captured: shares.reduce(0, +) / 100, interval: shares[5]...shares[94],
      voices: heard / 100, lead: nil, accounts: sizes / 100, postsPerWeek: volume / 100)
  }

  private static func captured(
    _ kept: Set<AccountKey>, _ order: [AccountKey], _ worths: [Double], _ often: [Int]
  ) -> Double? {
    var inside = 0.0
    var all = 0.0
    for (place, account) in order.enumerated() {
      let worth = worths[place] * Double(often[place])
      all += worth
      if kept.contains(account) { inside += worth }
    }
    return all > 0 ? inside / all : nil
  }

  /// The share of those who gave something later that is among some accounts.
  private func voices(_ kept: Set<AccountKey>) -> Double {
    let giving = order.filter { (holdOut.outcomes[$0]?.worth ?? 0) > 0 }
    return giving.isEmpty ? 0 : Double(giving.count(where: kept.contains)) / Double(giving.count)
  }

  /// The later posts a week of some accounts.
  func postsPerWeek(of accounts: Set<AccountKey>, days: Double) -> Double {
    Double(accounts.reduce(0) { $0 + (holdOut.outcomes[$1]?.posts ?? 0) }) / max(days, 1) * 7
  }

  /// Posts spared for each item lost; nil where none was.
  var postsSparedPerLoss: Double? {
    let left = order.filter { !pond.contains($0) }
    let lost = left.reduce(0) { $0 + (holdOut.outcomes[$1]?.worth ?? 0) }
    let spared = left.reduce(0) { $0 + (holdOut.outcomes[$1]?.posts ?? 0) }
    return lost > 0 ? Double(spared) / lost : nil
  }
}
