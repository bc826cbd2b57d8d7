/// What a way of choosing keeps at the same real reading: accounts are taken in its own order of choice
/// until so much of what really came is read, the last one in part (model §8). A budget in foretold
/// minutes favours rules that like the rising: what turns out loud is read beyond the budget.
struct SameReading {
  /// The share of what really came that is read, 0…1.
  let share: Double
  /// What reading each account really took, in minutes, by place.
  let minutes: [Double]
  /// What each account really gave, in items, by place.
  let worths: [Double]

  /// The share of what was given that is kept; nil where nothing was given.
  /// - Parameters:
  ///   - order: places in the order of choice.
  ///   - often: how often each account counts, by place.
  func captured(_ order: [Int], often: [Int]) -> Double? {
    var room = 0.0
    var given = 0.0
    for place in minutes.indices {
      room += minutes[place] * Double(often[place])
      given += worths[place] * Double(often[place])
    }
    guard given > 0 else { return nil }
    room *= share
    var kept = 0.0
    for place in order where often[place] > 0 {
      let cost = minutes[place] * Double(often[place])
      guard cost <= room else { return (kept + worth(place, often) * room / cost) / given }
      kept += worth(place, often)
      room -= cost
    }
    return kept / given
  }

  /// The share of those who gave something whose every word is read.
  func voices(_ order: [Int]) -> Double {
    let giving = worths.count { $0 > 0 }
    guard giving > 0 else { return 0 }
    var room = minutes.reduce(0, +) * share
    var heard = 0
    for place in order {
      guard minutes[place] <= room else { break }
      room -= minutes[place]
      if worths[place] > 0 { heard += 1 }
    }
    return Double(heard) / Double(giving)
  }

  /// The order that no other exceeds: by what is given for a minute.
  var best: [Int] {
    // What gives nothing comes last, whatever it takes.
    let rates = zip(worths, minutes).map { $0 > 0 ? $0 / max($1, .leastNormalMagnitude) : 0 }
    return rates.indices.sorted { (rates[$1], $0) < (rates[$0], $1) }
  }

  private func worth(_ place: Int, _ often: [Int]) -> Double {
    worths[place] * Double(often[place])
  }
}
