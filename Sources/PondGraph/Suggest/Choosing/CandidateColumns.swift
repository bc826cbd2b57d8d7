import Foundation

/// What the value of a pond reads of its candidates, by their places, in columns: choosing asks for it millions
/// of times, and a candidate whole holds references that each asking would count. A class, for it is one
/// reference in place of eight.
final class CandidateColumns: Sendable {
  let worth: [Double]
  /// w_V·(1 − e^(−x)) + w_D·D: what diversity counts of it whoever else is there.
  let voice: [Double]
  let cost: [Double]
  let isRead: [Bool]
  /// Those who are no pins, in their order.
  let unpinned: [Int]
  /// Its community; below 0 where it belongs to none.
  private let community: [Int]
  // The topics of all of them in one row; those of a place begin at its first and end at the next one's.
  private let firstTopic: [Int]
  private let topic: [Int]
  private let serving: [Double]

  init(_ candidates: [Candidate]) {
    worth = candidates.map(\.worth)
    voice = candidates.map { candidate in
      PondValue.weights.voices * (1 - exp(-candidate.worth))
        + PondValue.weights.depth * candidate.depth
    }
    cost = candidates.map(\.cost)
    isRead = candidates.map(\.isRead)
    unpinned = candidates.indices.filter { !candidates[$0].isPinned }
    community = candidates.map { $0.community ?? -1 }
    var ends = [0]
    for candidate in candidates { ends.append((ends.last ?? 0) + candidate.topics.count) }
    firstTopic = ends
    topic = candidates.flatMap(\.topics).map(\.topic)
    serving = candidates.flatMap(\.serving)
  }

  /// How much one more account would serve of what topics lack, and how much what its community holds grows
  /// by it, by root.
  func shared(_ place: Int, lacking: [Double], communities: [Double]) -> (
    topics: Double, community: Double
  ) {
    var topics = 0.0
    for number in firstTopic[place]..<firstTopic[place + 1] {
      let topic = topic[number]
      if lacking.indices.contains(topic) { topics += lacking[topic] * serving[number] }
    }
    let community = community[place]
    guard communities.indices.contains(community) else { return (topics, 0) }
    let before = communities[community]
    return (topics, (before + worth[place]).squareRoot() - before.squareRoot())
  }

  /// Takes what an account serves from what topics lack, and adds it to its community.
  func serve(_ place: Int, lacking: inout [Double], communities: inout [Double]) {
    for number in firstTopic[place]..<firstTopic[place + 1] {
      let topic = topic[number]
      if lacking.indices.contains(topic) { lacking[topic] *= 1 - serving[number] }
    }
    let community = community[place]
    if communities.indices.contains(community) { communities[community] += worth[place] }
  }
}
