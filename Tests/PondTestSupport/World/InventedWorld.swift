import Foundation

/// An invented person with invented blogs, and the truth about them: which post was there when, and
/// which was read. The same for the same seed. Its files tell of it as ten kinds of sources would, each
/// with its own habits of naming (`InventedWorld+Sources.swift`).
public struct InventedWorld: Sendable {
  /// How a blog names its posts.
  public enum Naming: CaseIterable, Sendable {
    /// An id `?p=N` that is no page, and a link with the title in it.
    case wordpress
    /// The id is the page.
    case permalink
    /// An id made anew at every build, and a link.
    case renewed
    /// A tag, and a link.
    case tag
  }

  /// A post and what became of it.
  public struct Post: Sendable {
    /// Its number within the blog, from 0, the oldest first.
    public let number: Int
    /// When it was published, in whole seconds.
    public let published: Int
    /// When it was read; nil where it never was.
    public let readAt: Int?
    /// Whether it was starred too.
    public let isStarred: Bool
  }

  /// A blog.
  public struct Blog: Sendable {
    /// Its number within the world.
    public let number: Int
    /// How it names its posts.
    public let naming: Naming
    /// Its posts, the oldest first.
    public let posts: [Post]

    /// Its host.
    public var host: String { "blog-\(number).example" }
    /// Its feed.
    public var feed: String { "https://\(host)/feed/" }
    /// Its home page.
    public var home: String { "https://\(host)/" }
    /// The key under which Pond knows it.
    public var key: String { "\(host)/feed" }

    /// The page of a post.
    public func link(_ post: Post) -> String { "\(home)2026/title-\(post.number)/" }

    /// The id of a post, as the feed gives it in one of its builds.
    public func guid(_ post: Post, build: Int) -> String {
      switch naming {
      case .wordpress: "http://\(host)/?p=\(100 + post.number)"
      case .permalink: link(post)
      case .renewed: "urn:uuid:\(number)-\(post.number)-\(build)"
      case .tag: "tag:\(host),2026:\(post.number)"
      }
    }

    /// The title of a post.
    public func title(_ post: Post) -> String { "Title \(post.number) of blog \(number)" }
  }

  /// What a careful person would count for a blog by hand.
  public struct Truth: Equatable, Sendable {
    /// Posts that exist.
    public let posts: Int
    /// Posts that the reader showed as they came: published after the reader began, and not later than a
    /// week after its last use.
    public let observable: Int
    /// Those of them that were read.
    public let read: Int
  }

  /// Seconds since 1970 of the present.
  public static let now = 1_780_300_800
  /// When the reader was set up: what was there then is its backlog.
  public let began: Int
  /// The blogs.
  public let blogs: [Blog]

  /// Invents a world.
  public init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let day = 86_400
    let began = Self.now - (50 + Int(random.next() % 20)) * day
    self.began = began
    blogs = (0..<4).map { number in
      let naming = Naming.allCases[number]
      let gap = (1 + Int(random.next() % 5)) * day / 2
      let readOneIn = 1 + random.next() % 6
      let count = 100 * day / gap
      let posts = (0..<count).map { post in
        let published = Self.now - 3_600 - (count - 1 - post) * gap - Int(random.next() % 3_000)
        let isRead = published > began && random.next() % readOneIn == 0
        return Post(
          number: post, published: published,
          readAt: isRead ? published + 1_800 + Int(random.next() % 1_700) : nil,
          isStarred: isRead && random.next() % 4 == 0)
      }
      return Blog(number: number, naming: naming, posts: posts)
    }
  }

  /// How many posts were there when the reader first showed a blog; of a blog that began later, its first.
  public func backlog(_ blog: Blog) -> Int {
    max(1, blog.posts.count { $0.published <= began })
  }

  /// The truth about a blog, as a reader with the world's reading would show it.
  public func truth(_ blog: Blog) -> Truth {
    let lastUse = blogs.flatMap(\.posts).compactMap(\.readAt).max() ?? 0
    let shown = blog.posts.dropFirst(backlog(blog)).filter {
      $0.published <= lastUse + 7 * 86_400
    }
    return Truth(
      posts: blog.posts.count, observable: shown.count,
      read: shown.count { $0.readAt != nil })
  }
}
