import Foundation
import PondGraph

/// The pond as one page that holds everything it needs.
struct ReportPage {
  private let plan: Pond.RecommendedPlan
  private let week: [Pond.Report.Day]
  private let chronicle: Chronicle
  private let entries: [ReportEntry]
  private let cases: CaseLinks
  private let now: Date

  init(_ report: Pond.Report, now: Date) {
    plan = report.plan
    week = report.week
    chronicle = report.chronicle
    entries = ReportEntry.all(of: report.plan)
    cases = .here(ReportEntry.withCase(in: report.plan))
    self.now = now
  }

  /// The whole page.
  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
    <meta name="referrer" content="no-referrer">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Your pond, \(Moment.day(now))</title>
    <style>\(ReportStyle.text)</style>
    </head>
    <body>
    <a class="skip" href="#main">Skip to the page</a>
    \(header)
    <main id="main">
    \(Section.all.map(section).joined(separator: "\n"))
    </main>
    \(footer)
    </body>
    </html>

    """
  }

  /// Nothing but these two styles: no script, no picture, no font, no frame, no form.
  static var policy: String {
    let hashes = [ReportStyle.text, PondPicture.style].map { style in
      "'sha256-\(Data(Digest.sha256(style.utf8)).base64EncodedString())'"
    }
    return """
      default-src 'none'; style-src \(hashes.joined(separator: " ")); base-uri 'none'; \
      form-action 'none'
      """
  }

  private enum Section: String {
    case pond, bar, week, months, folders, budget, verdicts

    static let all: [Section] = [.pond, .week, .bar, .budget, .folders, .months, .verdicts]

    var title: String {
      switch self {
      case .pond: "The pond"
      case .bar: "What they give, and how much they post"
      case .week: "A week, before and after"
      case .months: "The months, and when you read"
      case .folders: "Folders and their balance"
      case .budget: "What reading takes"
      case .verdicts: "Both sides of each"
      }
    }
  }

  private var header: String {
    """
    <header>
    <h1>Your pond</h1>
    <p class="lede">\(lede)</p>
    <nav aria-label="On this page"><ul>
    \(Section.all.map { "<li><a href=\"#\($0)\">\($0.title)</a></li>" }.joined(separator: "\n"))
    </ul></nav>
    </header>
    """
  }

  private var lede: String {
    let (today, close) = (plan.now, plan.pond.closeTotals)
    guard today.accounts > 0 else {
      return "You follow nobody that Pond knows. <code>pond import PATH</code> teaches it a list."
    }
    let most = RecommendedPond.mostFollowed
    let followed =
      "You follow <b>\(Words.count(today.accounts, "account"))</b>"
      + (today.accounts > most ? ", and nobody can follow more than \(Words.grouped(most))." : ".")
    guard !today.isUnknown else {
      return followed
        + (entries.contains(where: \.overview.assessment.knowsPosts)
          ? " How much they post is unknown."
          : " What they post was never seen: <code>pond fetch</code> looks.")
    }
    let unseen =
      today.unseen > 0 ? " (unknown for \(Words.grouped(today.unseen)) of them)" : ""
    let reading =
      " Reading all of it would take <b>\(Self.time(today.minutesPerDay))</b> a day\(unseen)."
    guard !plan.pond.unknown.nothingIsKnown else {
      return followed + reading
        + " Of nobody is it known yet what you read: <code>pond taste</code> asks."
    }
    return followed + reading + """
       A close ring of <b>\(Words.grouped(close.accounts))</b> would take \
      <b>\(Self.time(close.minutesPerDay))</b>.
      """
  }

  private static func time(_ minutes: Double) -> String {
    minutes < 99.5 ? "\(Words.figure(minutes)) minutes" : "\(Words.figure(minutes / 60)) hours"
  }

  private func section(_ section: Section) -> String {
    """
    <section id="\(section)" aria-labelledby="h-\(section)">
    <h2 id="h-\(section)">\(section.title)</h2>
    \(content(section))
    </section>
    """
  }

  private func content(_ section: Section) -> String {
    switch section {
    case .pond: PondSection(entries: entries, cases: cases).html
    case .bar: BarSection(entries: entries, cases: cases).html
    case .week: WeekSection(week: week).html
    case .months: MonthsSection(chronicle: chronicle).html
    case .folders: FolderSection(entries).html
    case .budget: BudgetSection(plan: plan).html
    case .verdicts: CaseSection(plan: plan).html
    }
  }

  private var footer: String {
    """
    <footer>
    <p>Made by Pond \(Version.current) on your own machine, as of \(Moment.day(now)). This page asks \
    nothing of anybody: no script, no request. Who follows you back appears nowhere in it, for it says \
    nothing about what you read.</p>
    <p>A suggestion changes nothing. <code>pond review</code> asks you one by one, and \
    <code>pond explain</code> tells how Pond comes to what it says.</p>
    </footer>
    """
  }
}
