public import Foundation

/// Everything Pond has to say of one account: figures, each with what is not known of it, and a
/// suggestion with its case. A figure is nil where the data is silent. It never changes; a class, for each copy of
/// so many parts would count the references of all of them.
public final class Assessment: Sendable {
  /// Whom it is about.
  public let account: AccountKey
  /// From the first to the last moment observed; nil where it was never looked at.
  public let window: Span?
  /// What was counted.
  public let statistics: Statistics
  /// E[λ], posts a week; nil where it was never looked at.
  public let postsPerWeek: Double?
  /// The interval that holds the posts a week with nine chances in ten; nil where they are.
  public let postsPerWeekInterval: ClosedRange<Double>?
  /// Items a week worth attention; nil where no source would show attention.
  public let signal: Double?
  /// Items a week that came to nothing; nil where the signal is.
  public let noise: Double?
  /// The ratio in decibels with its interval; nil where there is too little to say.
  public let snr: SignalToNoiseRatio?
  /// The chance that its engaged share lies below the bar; nil where the signal is.
  public let probabilityBelowBar: Double?
  /// The share of its posts that it has to be worth at its volume; nil where it was never looked at.
  public let requiredShare: Double?
  /// E[p], the share that it is; nil where no source would show attention.
  public let actualShare: Double?
  /// The interval that holds that share with nine chances in ten; nil where there is too little to
  /// say.
  public let actualShareInterval: ClosedRange<Double>?
  /// By which measures it was weighed.
  package let measures: Measures
  /// Minutes that reading a post takes.
  public let minutesPerPost: Double
  /// Minutes a week that reading all of it would take; nil where it was never looked at.
  public let minutesPerWeek: Double?
  /// The posts that the person liked, starred, saved or passed on.
  public let likedPosts: Int
  /// The posts a week that leaving or thinning it, as suggested, would free; 0 where it stays.
  public let postsFreed: Double
  /// How it spaces its posts; nil where no two posts were seen.
  public let rhythm: Rhythm?
  /// How many posts came in each of the last twelve weeks.
  public let weeks: RecentWeeks
  /// How far it has come, as far as acts show it.
  public let ladder: Ladder
  /// What the person did with posts that no source shows, or with the account itself.
  public let elsewhere: [ActTally]
  /// How many of its known posts carry no date, and are in no figure.
  public let undatedPosts: Int
  /// How many carry the date of a fetch or of a build, and are in no figure.
  public let batchDatedPosts: Int
  /// Posts that count against nobody, and why.
  public let notCounted: NotCounted
  /// The person's answer; nil where none was given.
  public let decision: Decision?
  /// When its newest dated post was published, of those that could be seen; nil for none.
  public let lastPost: Date?
  /// When the person last did something with it, or it went by before their eyes, as far as a file tells:
  /// of a post, when that was published; nil where none does.
  public let lastMet: Date?
  /// How Pond would decide, had the person not answered.
  private let unanswered: Ruling
  /// What Pond suggests; the person's own word where there is one.
  public let suggestion: Suggestion

  /// Which rung of the ladder it stands on.
  public var rung: Rung { ladder.rung }
  /// The rung that is said: it climbs one at a time.
  public var saidRung: Rung { ladder.said }
  /// The dated posts in the observed time; 0 also where it was never looked at and `window` is nil.
  public var posts: Int { statistics.posts }
  /// The same, to be printed; nil where it is unknown: nobody looked, or no date of its posts is their own.
  public var knownPosts: Int? {
    window == nil || posts == 0 && batchDatedPosts > 0 ? nil : posts
  }
  /// What Pond would suggest, had the person not answered.
  package var withoutAnswer: Verdict { unanswered.verdict }
  /// Whether it would ask, had they not: the account costs something, and what it gives is unknown.
  package var asksWithoutAnswer: Bool { unanswered.isQuestion }
  /// Whether any post of it is known, also where its volume is not.
  public var knowsPosts: Bool {
    posts + undatedPosts + batchDatedPosts + notCounted.all > 0
  }
  /// The name of the rule that decided the suggestion.
  public var rule: String { suggestion.rule }
  /// What could become of it.
  public var verdict: Verdict { suggestion.verdict }
  /// The minutes a week that following the suggestion would free.
  public var minutesFreed: Double { postsFreed * minutesPerPost }

  /// Sets readings beside a ruling.
  init(_ readings: Readings) {
    let ruling = Ruling(readings)
    account = readings.account
    window = readings.own.window
    statistics = readings.statistics
    postsPerWeek = readings.rate?.mean
    postsPerWeekInterval = readings.rate?.interval
    signal = readings.reading?.signal
    noise = readings.reading?.noise
    snr = readings.ratio
    probabilityBelowBar = readings.chanceBelowBar
    requiredShare = readings.rate.map { readings.bar.required(at: $0.mean) }
    actualShare = readings.rate == nil ? nil : readings.share?.mean
    let isEnough = SignalToNoiseRatio.isEnough(readings.statistics)
    actualShareInterval = isEnough ? readings.share?.interval : nil
    measures = readings.measures
    minutesPerPost = readings.minutesPerPost
    minutesPerWeek = readings.minutesPerWeek
    likedPosts = readings.own.likedPosts
    postsFreed = readings.postsFreed(by: ruling.verdict)
    rhythm = readings.rhythm
    weeks = readings.own.weeks
    ladder = readings.ladder
    elsewhere = readings.elsewhere
    undatedPosts = readings.undatedPosts
    batchDatedPosts = readings.batchDatedPosts
    notCounted = readings.notCounted
    decision = readings.own.decision
    lastPost = readings.own.lastPost
    lastMet = readings.own.lastMet
    unanswered = readings.word == nil ? ruling : Ruling(withoutAnswer: readings)
    suggestion = Suggestion(ruling, readings)
  }
}

extension Readings {
  /// What a verdict frees: everything where it leaves, what is over the bar where it is thinned.
  fileprivate func postsFreed(by verdict: Verdict) -> Double {
    guard let rate else { return 0 }
    switch verdict {
    case .letGo, .archive: return rate.mean
    case .thin: return max(0, rate.mean - bar.volume(metBy: reading?.signal ?? 0))
    case .keep, .repair, .wait: return 0
    }
  }
}
