/// The recommended pond as two rings: *close* holds those whose every word is read, *stream* those
/// who are dipped into (S5).
package struct Rings: Sendable {
  /// Close: the essay's thirty to a hundred.
  package static let closeSize = 60
  /// Stream: a hundred to a thousand.
  package static let streamSize = 300
  /// More than so many nobody can follow; above it Pond says so.
  package static let mostFollowed = 1000

  /// The close ring, chosen under the person's caps.
  package let close: ChosenPond
  /// What its diversity cost, and what it bought.
  package let bought: Diversity.Bought
  /// How the close ring differs from the pond before; empty where there was none.
  package let moves: [SteadyPond.Move]
  /// The stream: those whom the person's word keeps, then by what each adds, the most first.
  package let stream: [AccountKey]
  /// Candidates for whom there is no place in either ring, by key.
  package let outside: [AccountKey]
  /// Those of whom nothing is known yet.
  package let notYetKnown: NotYetKnown
  /// Topics, communities and languages that have a voice among the candidates and none in the close
  /// ring, by name.
  package let vanishing: [String]

  /// Chooses.
  /// - Parameters:
  ///   - caps: what the person has room for: either ring keeps to the budget, the close ring to the
  ///     size.
  ///   - before: whom the close ring held before; empty where there was none.
  ///   - languages: in what each writes, where it is known.
  ///   - costs: what those not yet known cost; absent where nobody looked.
  package init(
    _ candidates: Candidates, caps: Caps, before: Set<AccountKey> = [],
    languages: [AccountKey: String] = [:], costs: [AccountKey: Double] = [:]
  ) {
    let choice = PondChoice(
      candidates.all.filter { $0.isPinned || !candidates.competing.loud.contains($0.account) },
      topicWeights: candidates.competing.topics.weights, caps: caps)
    let priced = choice.priced()
    let steady = SteadyPond(best: priced.pond, before: before)
    close = steady.pond
    bought = Diversity.bought(steady.pond, beside: priced.plain)
    moves = steady.moves
    let inside = Set(steady.pond.accounts)
    let rest = candidates.all.indices.filter { !inside.contains(candidates.all[$0].account) }
    stream = Self.stream(rest, candidates, caps, diversity: priced.pond.choice.diversity)
    let dippedInto = Set(stream)
    outside = rest.map { candidates.all[$0].account }.filter { !dippedInto.contains($0) }
    notYetKnown = NotYetKnown(
      candidates.competing.unknown.map(\.account.key), costs: costs, caps: caps,
      places: steady.pond.order.count,
      spent: steady.pond.choice.cost(of: steady.pond.order), nothingIsKnown: candidates.all.isEmpty)
    vanishing =
      Self.vanishingTopics(candidates, from: inside)
      + Self.vanishing(from: inside, Self.communities(candidates))
      + Self.vanishing(from: inside, candidates.all.map { ($0.account, languages[$0.account]) })
  }

  /// Who is dipped into. The person's word outranks the budget here: who was kept stays followed, and
  /// takes nothing of it from the others.
  private static func stream(
    _ rest: [Int], _ candidates: Candidates, _ caps: Caps, diversity: Double
  ) -> [AccountKey] {
    let choice = PondChoice(
      rest.map { place in
        let candidate = candidates.all[place]
        let stays = candidates.competing.staying.contains(candidate.account)
        return candidate.placed(
          cost: stays ? 0 : candidates.streamCosts[place], isPinned: stays)
      }, topicWeights: candidates.competing.topics.weights,
      caps: Caps(size: streamSize, budget: caps.budget), diversity: diversity)
    let taken = choice.taken
    let pins = taken.prefix(choice.pins.count)
      .sorted { (choice.candidates[$1].worth, $0) < (choice.candidates[$0].worth, $1) }
    return (pins + taken.dropFirst(pins.count)).map { choice.candidates[$0].account }
  }

  private static func vanishingTopics(
    _ candidates: Candidates, from close: Set<AccountKey>
  ) -> [String] {
    func topics(_ members: [Candidate]) -> Set<Int> { Set(members.flatMap(\.topics).map(\.topic)) }
    let staying = topics(candidates.all.filter { close.contains($0.account) })
    return topics(candidates.all).subtracting(staying).sorted().compactMap { number in
      candidates.competing.topics.names.indices.contains(number)
        ? candidates.competing.topics.names[number] : nil
    }
  }

  private static func communities(_ candidates: Candidates) -> [(AccountKey, String?)] {
    candidates.all.map { candidate in
      guard candidates.competing.communal.contains(candidate.account),
        let number = candidate.community
      else {
        return (candidate.account, nil)
      }
      return (candidate.account, candidates.competing.communities[number])
    }
  }

  private static func vanishing(
    from close: Set<AccountKey>, _ belonging: [(account: AccountKey, name: String?)]
  ) -> [String] {
    let all = Set(belonging.compactMap(\.name))
    return all.subtracting(belonging.filter { close.contains($0.account) }.compactMap(\.name))
      .sorted()
  }
}

extension Rings {
  /// The paragraph that `pond explain choosing` prints.
  package static var explanation: String {
    """
    What you read is chosen first; who was watched and never read takes what that
    leaves. Only accounts with something known of your attention stand in the rings: acts,
    posts whose reading would have shown, a word of yours. The others are not yet
    known and do not compete with what you read; up to \(Figures.percent(NotYetKnown.share)) \
    of the reading may be
    theirs on trial, the cheapest first, from what the known leave. Where nothing
    is known of anybody, all are ordered by cost alone.
    Whoever you declared close (pond declare ACCOUNT close) is in the close ring
    before anybody is chosen, even where that exceeds a cap; nothing else does. To
    keep or hold an account keeps it in the list: it has a place in the stream, and
    in the close ring where it is worth one. \(Figures.percent(DissentReserve.share)) of \
    the places, one at least of two,
    are for voices that challenge you: those of whom you said so, else those that
    you read often and like rarely, else those that you read often and whose words
    and links lie far from the rest, where posts came with their text.
    The close ring holds \(closeSize) accounts and \(Figures.count(ReadingRoom.minutesPerDay)) \
    minutes a day unless you say otherwise, once
    (pond plan --size, --minutes-per-day) or for good (pond config size, pond
    config minutes-per-day); the stream holds up to \(streamSize) more within the same
    minutes, those first that add most; whoever posts so much that less would be
    more has a place there, and counts with what is left of it once it is thinned.
    Whom you keep by word stands there beside them and takes none of their minutes.
    A close ring that you stayed with (pond plan --keep) stays while no other is
    worth more by over \(Figures.percent(SteadyPond.patience - 1)), and then changes in \
    single steps, each of them named.
    """
  }
}
