public import Foundation

/// Whether the recommendation would have held: chosen on everything before a cut, scored on what came
/// after it, beside the rules of thumb of other tools (model §8).
public struct PastCheck: Sendable {
  /// How one way of choosing did.
  public struct Score: Sendable {
    /// What it is called.
    public let name: String
    /// The share of the later items worth attention that it kept, 0…1.
    public let captured: Double
    /// The interval that holds the share in nine draws of ten; nil where there is too little.
    public let interval: ClosedRange<Double>?
    /// The share of those who gave something later that it kept, 0…1.
    public let voices: Double
    /// How much more the pond kept than this one, with its interval over the same draws; nil for the
    /// pond itself.
    public let lead: ClosedRange<Double>?
    /// How it did at the same real reading as all others.
    public let sameReading: SameReading
    /// How many accounts it kept.
    public let accounts: Int
    /// The later posts a week that it kept.
    public let postsPerWeek: Double
  }

  /// How a way of choosing did where accounts are taken in its own order of choice until a certain share
  /// of what really came is read, the last one in part.
  public struct SameReading: Sendable {
    /// The share of the later items worth attention that it kept, 0…1.
    public let captured: Double
    /// The interval that holds the share in nine draws of ten; nil where there is too little.
    public let interval: ClosedRange<Double>?
    /// How much more the pond kept, with its interval over the same draws; nil for the pond itself.
    public let lead: ClosedRange<Double>?
    /// The share of those who gave something later whose every word is read, 0…1.
    public let voices: Double
  }

  /// The cut.
  public let moment: Date
  /// How many days were held out.
  public let days: Double
  /// How many accounts were observed on both sides of the cut.
  public let accounts: Int
  /// The caps under which all had to choose: a size and minutes a day.
  public let size: Int
  /// Minutes a day, of the reading at the cut.
  public let minutesPerDay: Double
  /// The share of what really came that all read where they are held against each other at the same
  /// reading, 0…1.
  public let readingShare: Double
  /// The later items worth attention, in all.
  public let worth: Double
  /// The later posts a week, in all.
  public let postsPerWeek: Double
  /// The pond first, then its rivals, the best first; the oracle, which knows the future, last.
  public let scores: [Score]
  /// Posts that the pond would have spared for each item worth attention that it would have cost;
  /// nil where it would have cost none.
  public let postsSparedPerLoss: Double?
  /// How well the shares were foretold; nil where no later post could be seen.
  public let calibration: Calibration?
  /// The certificate of the pond chosen at the cut.
  public let certificate: Double
  /// The share of the estimated signal that the pond gave up for diversity at the cut, 0…1.
  public let paidForDiversity: Double
  /// How many of those chosen at the cut would still be in the close ring today, had the person stayed
  /// with it: it changes only for a reason.
  public let stillChosen: Int
  /// How many of them a pond chosen anew today would hold.
  public let chosenAnew: Int

  /// The least that has to be there before a check says anything.
  package static let fewestAccounts = 8
  package static let leastWorth = 5.0

  /// A pond that was chosen at a moment of the past.
  package struct Choice {
    /// The pond at its price.
    let pond: ChosenPond
    /// The one that gives most by the estimates.
    let plain: ChosenPond
    /// Everybody in the order in which the pond would take them.
    let order: [AccountKey]

    /// Makes it of its parts.
    package init(pond: ChosenPond, plain: ChosenPond, order: [AccountKey]) {
      self.pond = pond
      self.plain = plain
      self.order = order
    }
  }

  /// Checks; nil where too little was observed on both sides of the cut.
  /// - Parameters:
  ///   - rivals: further ways of choosing, as orders.
  ///   - prices: other prices of diversity to hold beside the pond's own.
  ///   - measures: by which the person's accounts are weighed.
  ///   - choose: how the pond is chosen of assessments under caps at a price.
  package init?(
    _ evidence: [Evidence], days: Double, size: Int?, minutesPerDay: Double?, rivals: [Rival],
    prices: [Double] = [], measures: Measures = .standard, now: Date,
    choose: (_ known: [Assessment], _ caps: Caps, _ price: Double) -> Choice
  ) {
    let holdOut = HoldOut(evidence, days: days, credits: measures.credits, now: now)
    let worth = holdOut.outcomes.values.map(\.worth).sorted().reduce(0, +)
    guard holdOut.known.count >= Self.fewestAccounts, worth >= Self.leastWorth else { return nil }
    let assessments = Assessor.assess(holdOut.known, measures: measures, now: holdOut.moment)
    let costs = Dictionary(assessments.map { ($0.account, $0.minutesPerWeek ?? 0) }) { $1 }
    let all = costs.values.sorted().reduce(0, +)
    // A quarter of both where nothing is said: the caps under which the model itself was tried.
    let caps = Caps(
      size: size ?? (assessments.count + 3) / 4, budget: minutesPerDay.map { $0 * 7 } ?? all / 4)
    let choice = choose(assessments, caps, Diversity.price)
    readingShare = all > 0 ? min(1, caps.budget / all) : 1
    let contest = Contest(
      holdOut: holdOut, assessments: assessments, costs: costs, caps: caps,
      pond: Contest.Entry("pond", choice), reading: readingShare)
    moment = holdOut.moment
    self.days = days
    accounts = assessments.count
    self.size = caps.size
    self.minutesPerDay = caps.budget / 7
    self.worth = worth
    postsPerWeek = contest.postsPerWeek(of: Set(assessments.map(\.account)), days: days)
    scores = contest.scores(
      Rival.all(holdOut, assessments) + rivals,
      beside: prices.map { price in
        Contest.Entry(
          "pond at \(Figures.percent(price))", choose(assessments, caps, price))
      }, days: days)
    postsSparedPerLoss = contest.postsSparedPerLoss
    calibration = Calibration(holdOut, assessments)
    certificate = choice.pond.certificate
    paidForDiversity = Diversity.bought(choice.pond, beside: choice.plain).paid
    let today = choose(
      Assessor.assess(evidence, measures: measures, now: now), caps, Diversity.price
    ).pond
    let before = Set(choice.pond.accounts)
    stillChosen =
      before.intersection(
        SteadyPond(best: today, before: before).pond.accounts
      ).count
    chosenAnew = before.intersection(today.accounts).count
  }
}

extension Contest.Entry {
  fileprivate init(_ name: String, _ choice: PastCheck.Choice) {
    self.init(name: name, kept: Set(choice.pond.accounts), order: choice.order)
  }
}
