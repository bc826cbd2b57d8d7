/// The recommended pond as two rings: *close* holds those whose every word is read, *stream* those
/// who are dipped into (S5).
package struct Rings: Sendable {
  /// Close: the essay's thirty to a hundred.
  package static let closeSize = 60
  /// Stream: a hundred to a thousand.
  package static let streamSize = 300
  /// More than so many nobody follows; above it Pond says so.
  package static let mostFollowed = 1000

  /// The close ring, chosen under the person's caps.
  package let close: ChosenPond
  /// How the close ring differs from the pond before; empty where there was none.
  package let moves: [SteadyPond.Move]
  /// The stream, by what each adds, the most first.
  package let stream: [AccountKey]
  /// Candidates for whom there is no place in either ring, by key.
  package let outside: [AccountKey]
  /// Topics, communities and languages that have a voice among the candidates and none in the close
  /// ring, by name.
  package let vanishing: [String]

  /// Chooses.
  /// - Parameters:
  ///   - caps: what the person has room for in the close ring.
  ///   - before: whom the close ring held before; empty where there was none.
  ///   - languages: in what each writes, where it is known.
  package init(
    _ candidates: Candidates, caps: Caps, before: Set<AccountKey> = [],
    languages: [AccountKey: String] = [:]
  ) {
    let choice = PondChoice(
      candidates.all.filter { $0.isPinned || !candidates.loud.contains($0.account) },
      topicWeights: candidates.topics.weights, caps: caps)
    let steady = SteadyPond(best: choice.solved(), before: before)
    close = steady.pond
    moves = steady.moves
    let inside = Set(steady.pond.accounts)
    let rest = candidates.all.filter { !inside.contains($0.account) }.map(\.unpinned)
    let second = PondChoice(
      rest, topicWeights: candidates.topics.weights, caps: Caps(size: Self.streamSize))
    let walk = GreedyWalk(second, by: .gain)
    stream = walk.chosen.map { second.candidates[$0].account }
    let placed = inside.union(stream)
    outside = rest.map(\.account).filter { !placed.contains($0) }.sorted()
    vanishing =
      Self.vanishingTopics(candidates, from: inside)
      + Self.vanishing(from: inside, Self.communities(candidates))
      + Self.vanishing(from: inside, candidates.all.map { ($0.account, languages[$0.account]) })
  }

  private static func vanishingTopics(
    _ candidates: Candidates, from close: Set<AccountKey>
  ) -> [String] {
    func topics(_ members: [Candidate]) -> Set<Int> { Set(members.flatMap(\.topics).map(\.topic)) }
    let staying = topics(candidates.all.filter { close.contains($0.account) })
    return topics(candidates.all).subtracting(staying).sorted().compactMap { number in
      candidates.topics.names.indices.contains(number) ? candidates.topics.names[number] : nil
    }
  }

  private static func communities(_ candidates: Candidates) -> [(AccountKey, String?)] {
    candidates.all.map { candidate in
      guard candidates.communal.contains(candidate.account), let number = candidate.community else {
        return (candidate.account, nil)
      }
      return (candidate.account, candidates.communities[number])
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
    Whoever you kept or held, or said a word of, is in the pond before anybody is
    chosen, even where that exceeds a cap. \(Figures.percent(DissentReserve.share)) of the \
    places, one at least,
    are for voices that challenge you: those of whom you said so, else those that
    you read often and like rarely, else those that you read often and whose words
    and links lie far from the rest, where posts came with their text.
    The close ring holds \(closeSize) accounts unless you say another size; the stream \
    holds
    up to \(streamSize) more, those first that add most; whoever posts so much that less
    would be more has a place there.
    A close ring that you stayed with (pond plan --keep) stays while no other is
    worth more by over \(Figures.percent(SteadyPond.patience - 1)), and then changes in \
    single steps, each of them named.
    """
  }
}

extension Candidate {
  /// The same without its pin: in the stream nobody has to stand.
  fileprivate var unpinned: Candidate {
    Candidate(
      account: account, worth: worth, depth: depth, cost: cost,
      topics: topics, community: community)
  }
}
