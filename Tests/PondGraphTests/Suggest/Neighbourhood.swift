import Foundation
import PondGraph
import PondTestSupport

/// Neighbourhood evidence: accounts that nobody has, seen from one fixed moment.
enum Neighbourhood {
  /// The moment from which everything is seen.
  static let now = Date(timeIntervalSince1970: 1_750_000_000)
  static let day: TimeInterval = 86_400

  /// A moment some days before now, on a whole second as sources give it.
  static func ago(_ days: Double) -> Date { now.addingTimeInterval((-days * day).rounded()) }

  /// An account of a name.
  static func key(_ name: String) -> AccountKey {
    AccountKey(kind: .feed, value: "\(name).example/feed")
  }

  /// Evidence with the posts put in order and the window opened so many days ago.
  static func evidence(
    _ name: String, days: Double, _ posts: [ObservedPost], folder: String? = nil
  ) -> Evidence {
    Evidence(
      account: key(name), folder: folder, observed: [Span(from: ago(days), to: now)],
      posts: posts.sorted { $0.at < $1.at })
  }

  /// Posts at even gaps between two ages in days; every post is given the acts that `acts` says for
  /// its index, 0 the oldest.
  static func posts(
    from oldest: Double, to newest: Double, count: Int, form: PostForm = .article,
    observability: Double = 0.95, acts: (Int) -> [ActKind]
  ) -> [ObservedPost] {
    (0..<count).map { index in
      let part = count > 1 ? Double(index) / Double(count - 1) : 0
      return ObservedPost(
        at: ago(oldest + (newest - oldest) * part), acts: acts(index),
        observability: observability, form: form)
    }
  }

  /// A neighbour: an account like those of a reader who follows some dozens, most of them read
  /// little, some of them a lot, all between one post a month and some twenty a day.
  static func neighbour(
    _ index: Int, using chance: inout SplitMix64, folders: Int = 6
  ) -> Evidence {
    let days = 60 + 400 * chance.unit()
    let perDay = pow(10, -1.5 + 2.6 * chance.unit())
    let form: PostForm = chance.happens(0.2) ? .note : .article
    let share = chance.happens(0.3) ? 0 : pow(chance.unit(), 2)
    let count = min(4000, max(1, Int(days * perDay)))
    var draw = chance
    let times = (0..<count).map { _ in days * draw.unit() }
    let posts = times.map { age in
      ObservedPost(
        at: ago(age), acts: draw.happens(share) ? [.read] : [], observability: 0.95, form: form)
    }
    chance = draw
    return evidence(
      "neighbour-\(index)", days: days, posts,
      folder: "folder \(Int(chance.unit() * Double(folders)))")
  }
}
