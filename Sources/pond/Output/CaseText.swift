import Foundation
import PondGraph

/// All that is known of one account, for a person: their words first, then what passed between the
/// two, then both sides, then the figures (R1).
struct CaseText {
  let accountCase: Pond.AccountCase
  let width: Int

  /// The lines.
  var lines: [String] {
    heading + note + recent + sides + figures
  }

  private var overview: AccountOverview { accountCase.overview }
  private var assessment: Assessment { overview.assessment }

  private var heading: [String] {
    let account = overview.account
    let folders = account.folders.filter { !$0.isEmpty }
      .map { "“" + Sanitize.title($0.joined(separator: " / ")) + "”" }
    var lines = [Sanitize.title(account.name)]
    let address =
      account.feed?.masked ?? (account.key.kind.isReadAtAddress ? nil : account.key.shown)
    lines += [address, account.site?.masked].compactMap { $0 }
      .map { "  " + Sanitize.line($0) }
    lines.append(
      "  id \(account.id)" + (folders.isEmpty ? "" : ", in \(Words.list(folders))"))
    if !account.tags.isEmpty {
      let tags = account.tags.map { "“" + Sanitize.title($0) + "”" }
      lines += Words.wrap("tagged \(Words.list(tags))", to: width - 2).map { "  " + $0 }
    }
    if let since = account.followedAt { lines.append("  followed since \(Moment.day(since))") }
    if !accountCase.others.isEmpty {
      lines.append("  one person with \(Words.list(accountCase.others.map(JoinText.name)))")
    }
    if !account.isFollowed { lines.append("  you do not follow it; another source knows it") }
    return lines
  }

  private var note: [String] {
    guard let note = accountCase.note else { return [] }
    return ["", "You wrote"] + wrapped(Sanitize.line(note))
  }

  private var recent: [String] {
    guard !accountCase.recent.isEmpty else { return [] }
    return ["", "Lately"] + accountCase.recent.map(line)
  }

  private func line(_ remembered: RememberedPost) -> String {
    let post = remembered.post
    let day = post.published.map(Moment.day) ?? "(no date) "
    let acts =
      remembered.acts.isEmpty
      ? "" : "  (you: \(remembered.acts.map(\.rawValue).joined(separator: ", ")))"
    let words = Sanitize.line(post.title ?? post.excerpt ?? "(no title)")
    let room = width - 14 - Width.columns(of: acts)
    return "  \(day)  \(Width.cut(words, to: max(20, room)))\(acts)"
  }

  private var sides: [String] {
    let suggestion = assessment.suggestion
    return ["", headline]
      + part("For leaving", suggestion.forLeaving) + asking
      + part("For keeping", suggestion.forKeeping)
      + part("What would change this", suggestion.whatWouldChange)
      + part("How much could be seen", suggestion.howMuchWasSeen)
  }

  /// What the person decided, else what Pond suggests.
  var headline: String {
    if let decision = overview.decision {
      let reason = decision.reason.map { ": " + Sanitize.line($0) } ?? ""
      return "You decided \(decision.answer.rawValue) on \(Moment.day(decision.at))\(reason)"
    }
    return SuggestionText(assessment.suggestion).line
  }

  private func part(_ title: String, _ part: Suggestion.Part) -> [String] {
    ["  \(title)"] + part.sentences.flatMap { wrapped(Sanitize.line($0), indent: 4) }
  }

  private var asking: [String] { remark.map { wrapped($0, indent: 4) } ?? [] }

  /// A remark with the account's own words, and no ground of any verdict (model §5.3); nil where its posts
  /// ask for nothing.
  var remark: String? {
    guard let asks = accountCase.asks else { return nil }
    let examples = asks.examples.map { "“\(Width.cut(Sanitize.line($0), to: 60))”" }
    let posts = "\(Words.grouped(asks.asking)) of its latest \(Words.grouped(asks.posts)) posts"
    return "\(posts) ask for something: \(Words.list(examples))."
  }

  private func wrapped(_ text: String, indent: Int = 2) -> [String] {
    let blanks = String(repeating: " ", count: indent)
    return Words.wrap(text, to: width - indent).map { blanks + $0 }
  }

  private var figures: [String] {
    ["", "Figures"] + (volume + weeks + measured + gauge + seen).map(row)
  }

  /// A figure: what it is called, and what it comes to, in words.
  typealias Figure = (name: String, value: String)

  /// The figures without those that are drawn.
  var figuresInWords: [Figure] { volume + measured + seen }

  private var volume: [Figure] {
    [("posts a week", figure(assessment.postsPerWeek) + interval)]
  }

  private var weeks: [Figure] {
    let weeks = assessment.weeks.posts
    guard weeks.contains(where: { $0 != nil }) else { return [] }
    return [("the last 12 weeks", Sparkline().row(weeks, columns: weeks.count))]
  }

  private var seen: [Figure] {
    let minutes = assessment.minutesPerWeek.map { "\(Words.figure($0)) minutes a week" }
    let reading = [("reading it all", minutes ?? "unknown")]
    guard let window = assessment.window else { return reading }
    return reading + [("seen", "\(Moment.day(window.from)) to \(Moment.day(window.to))")]
  }

  // Of sources alone: people have evidence and words (R2).
  private var measured: [Figure] {
    guard !overview.account.key.kind.isPerson else {
      return [("so far", assessment.saidRung.name)]
    }
    var figures = [("signal, noise", signal), ("signal to noise", ratio)]
    if let required = assessment.requiredShare {
      let bar = required > 0 ? "\(Words.percent(required)) of its posts" : "none"
      figures.append(("the bar", "\(bar) at this volume"))
    }
    return figures + (assessment.actualShare.map(yourShare) ?? [])
  }

  private var gauge: [Figure] {
    guard !overview.account.key.kind.isPerson, let source = MeasuredSource(overview) else {
      return []
    }
    let gauge = ShareGauge()
    return [
      ("", "0.1% \(gauge.line(source, columns: min(44, width - 36))) 100%"),
      ("", "     " + gauge.key),
    ]
  }

  // The figures of the case are those the advice rests on; what a check put right stands first.
  private func yourShare(_ share: Double) -> [Figure] {
    guard let corrected = overview.corrected else { return [("your share", Words.percent(share))] }
    return [
      ("your share", "\(Words.percent(corrected.share)), put right by pond check"),
      ("", "of \(Moment.day(corrected.at)); \(Words.percent(share)) before"),
    ]
  }

  private func row(_ figure: Figure) -> String {
    "  \(Width.pad(figure.name, to: 18))\(figure.value)"
  }

  private var interval: String {
    guard let interval = assessment.postsPerWeekInterval else { return "" }
    return " (\(Words.figure(interval.lowerBound)) to \(Words.figure(interval.upperBound)))"
  }

  private var signal: String {
    guard assessment.signal != nil else { return "unknown" }
    return "\(figure(assessment.signal)), \(figure(assessment.noise)) a week"
  }

  private var ratio: String {
    guard let snr = assessment.snr else { return "too little to say" }
    let range = "\(Words.decibel(snr.low)) to \(Words.decibel(snr.high))"
    return "\(Words.decibel(snr.mean)) dB (\(range), nine chances in ten)"
  }

  private func figure(_ value: Double?) -> String { value.map(Words.figure) ?? "unknown" }
}
