import Foundation

/// An answer to the question for a feed, read.
struct FetchReading {
  /// What it means for the next asking.
  let judged: Politeness.Reading
  /// What it teaches; nil where that is nothing.
  let imported: Imported?
  /// The page that came in place of a feed; nil where none did.
  let page: Data?
  /// The lists of those whom it recommends.
  let blogrolls: [String]

  init(_ answer: FetchAnswer) {
    let now = answer.askedAt
    switch answer.result {
    case .failure(let failure): self.init(.trouble(failure.trouble))
    case .success(let response):
      if let trouble = StatusWords.trouble(response.status) {
        self.init(.trouble(trouble))
      } else if response.status == 304 {
        self.init(unchanged: response, now: now)
      } else {
        self.init(response, of: answer.request.account, now: now)
      }
    }
  }

  private init(
    _ judged: Politeness.Reading, _ imported: Imported? = nil, blogrolls: [String] = [],
    page: Data? = nil
  ) {
    self.judged = judged
    self.imported = imported
    self.blogrolls = blogrolls
    self.page = page
  }

  private init(unchanged response: FetchAnswer.Response, now: Date) {
    guard response.wasConditional else {
      let words = "its server says \"unchanged\" to a first question (304)"
      self.init(.trouble(FetchTrouble(.answer, words)))
      return
    }
    self.init(.unchanged(FeedPace(nil, response.headers, now: now)))
  }

  private init(_ response: FetchAnswer.Response, of account: AccountKey, now: Date) {
    if account.kind == .bluesky,
      let imported = BlueskyAuthorFeed.imported(response.body, of: account, now: now)
    {
      self.init(.read(FeedPace(nil, response.headers, now: now)), imported)
      return
    }
    do throws(FetchedFeed.Refusal) {
      let feed = try FetchedFeed(response.body, of: account, now: now)
      self.init(
        .read(FeedPace(feed.document, response.headers, now: now)), feed.imported,
        blogrolls: feed.document?.blogrolls ?? [])
    } catch {
      switch error {
      case .page:
        let trouble = FetchTrouble(.content, "what comes is a web page, not a feed")
        self.init(.trouble(trouble), page: response.body)
      case .other(let words): self.init(.trouble(FetchTrouble(.content, words)))
      }
    }
  }

  /// Whether it is what it was.
  var isUnchanged: Bool {
    if case .unchanged = judged { true } else { false }
  }
}
