import Foundation

/// What a reader's row or record says of one post.
struct ReaderPost {
  /// The account whose post it is.
  let account: AccountKey
  /// The chance that attention to it left a trace.
  var observability: Double
  var writtenID: String?
  var link: String?
  var title: String?
  var author: String?
  var published: Date?
  /// When the reader got it, or changed it last: proof that the reader was at work then.
  var witnessed: Date?
  var form: PostForm?
  var text = ReaderText.none
  /// What the person did with it, and when.
  var marks: [(kind: ActKind, at: Date?)] = []
  /// Whether the reader keeps it longer than others, because it is starred or labelled.
  var isKept = false
  /// When the reader got it; nil where it keeps no such time, or only sometimes.
  var arrived: Date?
  /// Whether it came with the first fetch of its account, where the reader tells that otherwise than by
  /// the time.
  var isBacklog = false
  /// Whether it is there only because of what the person did with it.
  var isKnownByActAlone = false

  init(account: AccountKey, observability: Double) {
    self.account = account
    self.observability = observability
  }

  var id: PostID? {
    PostID(writtenID: writtenID, link: link, title: title, published: published)
  }

  /// When it was published, else the moment that its address or its id holds.
  func moment(now: Date) -> Date? {
    published ?? PostName.moment(in: link ?? writtenID ?? "", now: now)
  }

  /// The title; nil where it is no more than the first words of the text.
  var ownTitle: String? { RepeatedTitle.own(title, excerpt: text.excerpt, words: text.words) }
}

/// What the beginning of a post's text says of the whole.
struct ReaderText {
  /// How many words it has; nil where it may be no more than a summary.
  let words: Int?
  /// Its first words, plain; nil where there is no text.
  let excerpt: String?
  /// The pages that it points at.
  let pointed: [String]

  /// No text.
  static let none = ReaderText(words: nil, excerpt: nil)
  /// Past some thousand words a longer text costs no more, so no more of it is read.
  static let limit = 60_000
  // Shorter texts may be summaries, as many feeds write them.
  private static let fewest = 100

  private init(words: Int?, excerpt: String?) {
    self.words = words
    self.excerpt = excerpt
    pointed = []
  }

  /// Reads text or HTML in UTF-8.
  init(_ utf8: UnsafeBufferPointer<UInt8>, isHTML: Bool = true) {
    guard !utf8.isEmpty else {
      self = .none
      return
    }
    let body = FeedBody(UnsafeBufferPointer(rebasing: utf8.prefix(Self.limit)), isHTML: isHTML)
    words = body.words >= Self.fewest ? body.words : nil
    excerpt = body.excerpt
    pointed = body.pointed
  }

  /// Reads text or HTML.
  init(_ text: String?, isHTML: Bool = true) {
    guard var text else {
      self = .none
      return
    }
    self = text.withUTF8 { ReaderText($0, isHTML: isHTML) }
  }
}
