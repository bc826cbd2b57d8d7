import Seeded

/// The grammar that a feed is written in.
enum Grammar: Sendable {
  case rss2
  case rss1
  case rss091
  case atom
  case atom03
  case json
}

/// When somebody posts, in days before the present.
enum Rhythm: Sendable {
  case even(perWeek: Double, from: Double, to: Double)
  case days([Double])
  /// So many posts in each July of some years.
  case julys([Int], count: Int)
}

/// How much of it Ada reads.
enum Reading: Sendable {
  case share(Double)
  case count(Int)
}

/// How a site names its posts.
enum Naming: Sendable {
  case permalink
  case tag
  case number
  case uuid
}

/// How a feed names itself.
enum OwnAddress: Sendable {
  case same
  /// It does not: only its home page tells which feed it is.
  case none
  /// With http where the list says https.
  case plainHTTP
}

/// What a post is.
enum Form: Sendable {
  case article
  case note
  case episode
}

/// What Pond should come to say of a source.
enum Expected: String, Sendable {
  case keep
  case thin
  case archive
  case letGo = "let-go"
  case `repair`
  case wait
}

/// One invented source that Ada follows.
struct Source: Sendable {
  let slug: String
  let title: String
  let author: String
  let site: String
  /// Its address as newsboat and the feed itself have it.
  let feed: String
  let grammar: Grammar
  let voice: Voice
  let rhythm: Rhythm
  let reading: Reading
  let expected: Expected
  let because: String
  /// The line of model.md §10 that it stands for; nil for an ordinary one.
  var archetype: String?
  /// How many words a post has, about.
  var words = 30
  /// How many of the newest posts its feed shows; nil where no feed file is kept.
  var shown: Int? = 15
  var form = Form.article
  var naming = Naming.permalink
  var ownAddress = OwnAddress.same
  var language = "en"
  /// Days since Ada followed it; nil where her list does not say.
  var followed: Double? = 380
  var isInNewsboat = true
  /// How many of the posts she read carry her flag.
  var flagged = 0
  var enqueued = 0
  var deleted = 0
  var encoding: OneByteEncoding?
  /// Titles that were written by hand, newest first.
  var newest: [String] = []
  /// The dates of a series of snapshots; empty for a single file.
  var snapshots: [String] = []
}
