/// Who may stand in the pond of one room: everybody who competes, with their price in it.
package struct Candidates: Sendable {
  /// Who competes, and what is the same of them in every room.
  package let competing: CompetingAccounts
  /// The candidates for the rings, by key: of each something is known of the person's attention.
  package let all: [Candidate]
  /// What each candidate takes of the stream, in the order of `all` and in the unit of the budget: what is left
  /// of it once it is thinned.
  let streamCosts: [Double]
  /// Those who stand in the pond because somebody has to disagree, and not by the person's word.
  package let dissenting: Set<AccountKey>

  /// Puts a price on everybody who competes, and finds who stands in the pond before anybody is chosen.
  /// - Parameters:
  ///   - caps: what the person has room for in the close ring; some of it is for dissent.
  ///   - cost: what reading an account costs in a week, in the unit of the budget.
  package init(_ competing: CompetingAccounts, caps: Caps, cost: (Assessment) -> Double) {
    let costs = competing.members.map { cost($0.overview.assessment) }
    let pins = Pins(competing, caps: caps, costs: costs)
    self.competing = competing
    all = zip(competing.members, costs).map { member, cost in
      member.candidate.placed(cost: cost, isPinned: pins.all.contains(member.candidate.account))
    }
    streamCosts = zip(competing.members, costs).map { $0.shareLeft * $1 }
    dissenting = pins.dissenting
  }
}

extension Candidates {
  /// Who stands in the close ring before anybody is chosen.
  private struct Pins {
    let all: Set<AccountKey>
    let dissenting: Set<AccountKey>

    /// Only the person's own word exceeds a cap: voices for dissent stand in it as long as they fit.
    init(_ competing: CompetingAccounts, caps: Caps, costs: [Double]) {
      let close = competing.declaredClose
      let voices = competing.reserve.voices(of: caps.size)
      let asked = close.union(voices)
      let prices = Dictionary(
        zip(competing.members, costs).map { ($0.candidate.account, $1) }
          .filter { asked.contains($0.0) }
      ) { $1 }
      var pinned = close
      var spent = close.sorted().reduce(0) { $0 + (prices[$1] ?? 0) }
      for voice in voices where !pinned.contains(voice) {
        let cost = prices[voice] ?? 0
        guard pinned.count < caps.size, spent + cost <= caps.budget else { continue }
        pinned.insert(voice)
        spent += cost
      }
      all = pinned
      dissenting = pinned.subtracting(close)
    }
  }
}

extension Assessment {
  /// What is left of it where it is thinned as suggested, 0…1; 1 for what is not.
  var shareLeft: Double {
    guard verdict == .thin, let rate = postsPerWeek, rate > 0 else { return 1 }
    return max(0, 1 - postsFreed / rate)
  }
}

extension AccountOverview {
  /// Whether anything is known of the person's attention to it: acts, their way up the ladder, a word of
  /// theirs, or posts whose reading would have shown (model §6.1).
  package var isKnown: Bool {
    if hasWord { return true }
    if assessment.rung > .unseen || assessment.statistics.engagedPosts > 0 { return true }
    return assessment.signal != nil
      && assessment.statistics.observability >= Scarcity.leastObservability
  }

  /// Whether the person said a word for it.
  var hasWord: Bool {
    [.keep, .hold, .thin].contains(decision?.answer) || !declared.isEmpty || importance != nil
  }

  /// Whether anything of it was read or answered, or the person said a word of it.
  package var isRead: Bool {
    if staysByWord || decision?.answer == .thin || importance != nil { return true }
    return assessment.statistics.engagedPosts > 0 || assessment.rung > .glimpsed
  }

  /// Whether the person's word keeps it in the list.
  var staysByWord: Bool {
    [.keep, .hold].contains(decision?.answer) || decision == nil && !declared.isEmpty
  }

  /// Whether the person said that it belongs in the close ring.
  var isDeclaredClose: Bool { declared.contains(.close) }

  /// Whether its place is in the stream: what would be thinned or let go without the person's word, and
  /// what is tried out while its share is surely below the bar already.
  var belongsInStream: Bool {
    let verdict = assessment.withoutAnswer
    if [.thin, .letGo].contains(verdict) || decision?.answer == .thin { return true }
    return verdict == .wait && (assessment.probabilityBelowBar ?? 0) >= Certainty.needed
  }
}
