/// All ways of choosing under the same caps, scored on the same later time.
struct Contest {
  /// A way of choosing: whom it keeps under the caps, and in which order it would take everybody.
  struct Entry {
    let name: String
    let kept: Set<AccountKey>
    let order: [AccountKey]
  }

  let holdOut: HoldOut
  /// What each was foretold to cost, minutes a week.
  let costs: [AccountKey: Double]
  let caps: Caps
  /// Every account, in the order of the keys.
  let order: [AccountKey]
  /// The pond's choice.
  let pond: Entry
  private let places: [AccountKey: Int]
  private let sameReading: SameReading
  private let resampling: Resampling

  init(
    holdOut: HoldOut, assessments: [Assessment], costs: [AccountKey: Double], caps: Caps,
    pond: Entry, reading share: Double
  ) {
    self.holdOut = holdOut
    self.costs = costs
    self.caps = caps
    order = assessments.map(\.account)
    self.pond = pond
    places = Dictionary(order.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    sameReading = SameReading(
      share: share,
      minutes: assessments.map {
        Double(holdOut.outcomes[$0.account]?.posts ?? 0) * $0.minutesPerPost
      },
      worths: order.map { holdOut.outcomes[$0]?.worth ?? 0 })
    resampling = Resampling(count: order.count)
  }

  private var worths: [Double] { sameReading.worths }

  /// The pond, its rivals by what they captured at the same reading, chance, and the oracle last.
  func scores(_ rivals: [Rival], beside others: [Entry] = [], days: Double) -> [PastCheck.Score] {
    let entries =
      rivals.map { Entry(name: $0.name, kept: $0.kept(costs, caps), order: $0.order) } + others
    let rest = (entries.map { score($0, days) } + [chance(days: days)]).sorted {
      ($1.sameReading.captured, $0.name) < ($0.sameReading.captured, $1.name)
    }
    return [score(pond, days)] + rest + [score(oracle(entries + [pond]), days)]
  }

  private func score(_ entry: Entry, _ days: Double) -> PastCheck.Score {
    let isPond = entry.name == pond.name
    let (order, ours) = (placed(entry.order), placed(pond.order))
    let foretold = figure(isPond: isPond) { kept, often in
      Self.captured(kept ? pond.kept : entry.kept, self.order, worths, often)
    }
    let real = figure(isPond: isPond) { pond, often in
      sameReading.captured(pond ? ours : order, often: often)
    }
    return PastCheck.Score(
      name: entry.name, captured: foretold.captured, interval: foretold.interval,
      voices: voices(entry.kept), lead: foretold.lead,
      sameReading: PastCheck.SameReading(
        captured: real.captured, interval: real.interval, lead: real.lead,
        voices: sameReading.voices(order)),
      accounts: entry.kept.count, postsPerWeek: postsPerWeek(of: entry.kept, days: days))
  }

  // The lead is that of the pond over this entry, account by account the same draws.
  private func figure(
    isPond: Bool, _ share: (_ ofPond: Bool, _ often: [Int]) -> Double?
  ) -> (captured: Double, interval: ClosedRange<Double>?, lead: ClosedRange<Double>?) {
    let once = [Int](repeating: 1, count: order.count)
    let lead =
      isPond
      ? nil
      : resampling.interval { often in
        guard let ours = share(true, often), let theirs = share(false, often) else { return nil }
        return ours - theirs
      }
    return (share(false, once) ?? 0, resampling.interval { share(false, $0) }, lead)
  }

  private func placed(_ accounts: [AccountKey]) -> [Int] { accounts.compactMap { places[$0] } }

  /// Knows what each will give and what it costs, and chooses by both: no list of another is better
  /// than its own, for where one were it takes that.
  private func oracle(_ others: [Entry]) -> Entry {
    let choice = PondChoice(
      order.enumerated().map { place, account in
        Candidate(account: account, worth: worths[place], cost: costs[account] ?? 0)
      }, caps: caps, diversity: 0)
    let own = Set(choice.taken.map { choice.candidates[$0].account })
    func given(_ kept: Set<AccountKey>) -> Double {
      zip(order, worths).reduce(0) { $0 + (kept.contains($1.0) ? $1.1 : 0) }
    }
    let kept = others.map(\.kept).reduce(own) { given($1) > given($0) ? $1 : $0 }
    return Entry(name: "oracle", kept: kept, order: sameReading.best.map { order[$0] })
  }

  /// What choosing blindly captures on average, over a hundred orders that are the same in every run.
  private func chance(days: Double) -> PastCheck.Score {
    let once = [Int](repeating: 1, count: order.count)
    var state: UInt64 = 0x2545_F491_4F6C_DD1D
    var (shares, reals, heard, read) = ([Double](), [Double](), 0.0, 0.0)
    var sizes = 0
    var volume = 0.0
    for _ in 0..<100 {
      var shuffled = order
      for index in shuffled.indices.reversed() where index > 0 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        shuffled.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
      }
      let kept = Rival(name: "", order: shuffled).kept(costs, caps)
      shares.append(Self.captured(kept, order, worths, once) ?? 0)
      let blind = placed(shuffled)
      reals.append(sameReading.captured(blind, often: once) ?? 0)
      read += sameReading.voices(blind)
      heard += voices(kept)
      sizes += kept.count
      volume += postsPerWeek(of: kept, days: days)
    }
    shares.sort()
    reals.sort()
    return PastCheck.Score(
      name: "chance", captured: shares.reduce(0, +) / 100, interval: shares[5]...shares[94],
      voices: heard / 100, lead: nil,
      sameReading: PastCheck.SameReading(
        captured: reals.reduce(0, +) / 100, interval: reals[5]...reals[94], lead: nil,
        voices: read / 100),
      accounts: sizes / 100, postsPerWeek: volume / 100)
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
    let left = order.filter { !pond.kept.contains($0) }
    let lost = left.reduce(0) { $0 + (holdOut.outcomes[$1]?.worth ?? 0) }
    let spared = left.reduce(0) { $0 + (holdOut.outcomes[$1]?.posts ?? 0) }
    return lost > 0 ? Double(spared) / lost : nil
  }
}
