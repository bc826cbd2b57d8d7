public import Foundation

extension Pond {
  /// What somebody wants of a tasting.
  public struct TastingWish: Sendable {
    /// Only posts of accounts in this folder, by its name or path; nil for all.
    public var folder: String?
    /// The most posts; nil for as many as it takes.
    public var posts: Int?
    /// The most minutes; nil for as long as it takes.
    public var minutes: Double?
    /// Whether it goes on where little is left to lose.
    public var goesOn: Bool
    /// Whether names are shown.
    public var isNamed: Bool

    /// Makes it of its parts.
    public init(
      folder: String? = nil, posts: Int? = nil, minutes: Double? = nil, goesOn: Bool = false,
      isNamed: Bool = false
    ) {
      self.folder = folder
      self.posts = posts
      self.minutes = minutes
      self.goesOn = goesOn
      self.isNamed = isNamed
    }
  }

  /// A post as it is shown in a tasting.
  public struct TastingPost: Sendable {
    /// Tells it from every other post, and nobody whose it is.
    public let word: String
    /// Its place in the sitting, from 1.
    public let place: Int
    /// The most posts of the sitting; nil where the person named no number.
    public let length: Int?
    /// Its title; nil for a post without one.
    public let title: String?
    /// How its text begins; nil where that says no more.
    public let beginning: String?
    /// Whose it is; nil while that is hidden.
    public let account: Account?
  }

  /// What comes next in a tasting.
  public enum TastingStep: Sendable {
    /// A post to answer.
    case post(TastingPost)
    /// The tasting is over.
    case over(TastingEnd)
  }

  /// An answer with whom it turned out to be about.
  public struct RevealedTaste: Sendable {
    /// The account; nil where no file names it any more.
    public let account: Account?
    /// The title or first words of the post; nil where it is not known any more.
    public let words: String?
    /// What was said.
    public let answer: TastingAnswer
  }

  /// What a tasting came to.
  public struct TastingClosing: Sendable {
    /// The answers of this sitting, those taken back left out.
    public let answers: [TastingAnswer]
    /// How many answers stand, of all sittings.
    public let standing: Int
    /// The accounts of which this sitting changed the suggestion into one that is no waiting, with what
    /// would be freed most first.
    public let cleared: [AccountOverview]
    /// The minutes a week that the suggestions about those would free.
    public let minutesFreed: Double
    /// Of how many accounts with five answers or more too few days or weeks were seen for a suggestion.
    public let tooYoung: Int
    /// Of how many accounts a wrong guess would still cost something worth a question.
    public let open: Int
    /// What there is left to lose in all, in items a week worth attention.
    public let left: Double
    /// How many questions of the review are open.
    public let questions: Int
  }

  /// Begins a blind tasting, or goes on where the last one stopped.
  public func taste(_ wish: TastingWish, now: Date) throws -> TastingSitting {
    try TastingSitting(store, wish, now: now)
  }
}
