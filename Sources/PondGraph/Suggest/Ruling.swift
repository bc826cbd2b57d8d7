package import Foundation

/// A verdict with the ground on which it stands, decided in the order of the model (§4).
package struct Ruling: Hashable, Sendable {
  /// Which of the seven steps decided.
  package enum Ground: Hashable, Sendable {
    /// The person's word, which outranks everything.
    case word(Answer)
    /// What the person declared of it, where they gave no answer.
    case declared([DeclaredWord])
    /// It could not be reached since the date.
    case unreachable(since: Date)
    /// It says that it has moved.
    case moved(to: Address)
    /// Too little could be seen, for these reasons.
    case tooLittle([Scarcity])
    /// It ended by its own rhythm.
    case ended
    /// It posts no more than costs nothing.
    case free
    /// Words go both ways.
    case conversing
    /// Its share lies below the bar, as good as certainly.
    case belowBar
    /// Nothing speaks against it strongly enough.
    case standing
  }

  /// What could become of the account.
  package let verdict: Verdict
  /// Why.
  package let ground: Ground

  /// A silence that ends an account, in weeks, at the least; and in its own longest usual gaps.
  package static let endingSilence = 26.0
  package static let endingGaps = 3.0
  /// The weeks that have to be observed before figures speak against an account.
  package static let weeksNeeded = 4.0
  /// The items a week from which an account has real signal, so that there is less of it to wish
  /// for and not none.
  package static let realSignal = 0.5

  /// Decides.
  package init(_ readings: Readings) {
    if let word = readings.word {
      self.init(verdict: word.verdict, ground: .word(word))
    } else {
      self.init(withoutAnswer: readings)
    }
  }

  /// Decides as if the person had not answered; what they declared still counts.
  package init(withoutAnswer readings: Readings) {
    if !readings.declared.isEmpty {
      self.init(verdict: .keep, ground: .declared(readings.declared))
    } else {
      self.init(withoutWord: readings)
    }
  }

  /// Decides as if the person had said nothing.
  package init(withoutWord readings: Readings) {
    switch readings.reachability {
    case .unreachable(let since): self.init(verdict: .repair, ground: .unreachable(since: since))
    case .moved(let address): self.init(verdict: .repair, ground: .moved(to: address))
    case .reached, nil: self.init(reachable: readings)
    }
  }

  /// Decides as if it could be reached.
  package init(reachable readings: Readings) {
    let scarcities = Scarcity.found(in: readings.statistics)
    if !scarcities.isEmpty {
      self.init(verdict: .wait, ground: .tooLittle(scarcities))
    } else if readings.hasEnded {
      self.init(verdict: .archive, ground: .ended)
    } else {
      self.init(weighing: readings)
    }
  }

  private init(weighing readings: Readings) {
    let statistics = readings.statistics
    let ruling = Ruling(
      rate: readings.rate, share: readings.share, bar: readings.bar, rung: readings.ladder.rung,
      chanceBelowBar: readings.chanceBelowBar)
    guard ruling.ground == .belowBar else {
      self = ruling
      return
    }
    if statistics.weeks < Self.weeksNeeded {
      self.init(verdict: .keep, ground: .standing)
    } else if let scarcity = Scarcity.ofAttention(in: statistics) {
      self.init(verdict: .wait, ground: .tooLittle([scarcity]))
    } else {
      self = ruling
    }
  }

  /// The last three steps alone, for figures that are or that might be.
  package init(
    rate: PostingRate?, share: EngagedShare?, bar: Bar, rung: Rung, chanceBelowBar: Double? = nil
  ) {
    guard let rate, rate.mean > bar.freePosts else {
      self.init(verdict: .keep, ground: .free)
      return
    }
    guard rung < .conversing else {
      self.init(verdict: .keep, ground: .conversing)
      return
    }
    guard let share,
      chanceBelowBar.map({ $0 >= Certainty.needed })
        ?? bar.isTooHigh(rate: rate, share: share)
    else {
      self.init(verdict: .keep, ground: .standing)
      return
    }
    let signal = rate.mean * share.mean
    self.init(verdict: signal >= Self.realSignal ? .thin : .letGo, ground: .belowBar)
  }

  private init(verdict: Verdict, ground: Ground) {
    self.verdict = verdict
    self.ground = ground
  }
}

extension Readings {
  /// Whether its silence is longer than its own rhythm and its season explain.
  package var hasEnded: Bool {
    guard let rhythm, rhythm.silence >= endingSilence(of: rhythm) else { return false }
    return season.map { rhythm.silence > $0.patience } ?? true
  }

  /// The weeks of silence from which it has ended, season left out.
  package func endingSilence(of rhythm: Rhythm) -> Double {
    max(Ruling.endingGaps * rhythm.ninetieth.weeks, Ruling.endingSilence)
  }
}

extension Answer {
  /// The answer as a verdict: what is held is kept.
  package var verdict: Verdict {
    switch self {
    case .keep, .hold: .keep
    case .thin: .thin
    case .archive: .archive
    case .letGo: .letGo
    case .wait: .wait
    }
  }
}
