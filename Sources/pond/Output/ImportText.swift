import Foundation
import PondGraph

/// What was learned of one input, for a person.
struct ImportText {
  let report: Pond.ImportReport
  let limit: Int

  /// The lines: what was new, what was not taken, what was damaged.
  var lines: [String] {
    [headline] + SuccessionText(report, limit: limit).lines + pagesOfOthers + losses
      + report.warnings.map { "  note: " + Sanitize.line($0) }
  }

  private var headline: String {
    let name = "\(Sanitize.line(report.path)) (\(report.format))"
    let cut = report.isComplete ? "" : ", not the whole: only what is here"
    return "\(name): \(learned)\(cut)"
  }

  private var learned: String {
    let summary = report.summary
    let parts = [
      Self.counts(summary.accounts, "account"), Self.counts(summary.posts, "post"),
      Self.counts(summary.acts, "act"),
    ].compactMap { $0 }
    if parts.isEmpty {
      return summary.pagesOfOthers > 0
        ? "nothing that counts yet" : "it holds nothing that Pond learns from"
    }
    return summary.changedNothing ? "nothing new" : parts.joined(separator: ", ")
  }

  // "12 new posts, 3 changed" says what happened; what was known already is what remains.
  private static func counts(_ counts: ImportSummary.Counts, _ thing: String) -> String? {
    guard counts.total > 0 else { return nil }
    var text = Words.count(counts.total, thing)
    if counts.new == counts.total { return text + " new" }
    text += " (\(Words.grouped(counts.new)) new"
    if counts.updated > 0 { text += ", \(Words.grouped(counts.updated)) changed" }
    return text + ")"
  }

  private var pagesOfOthers: [String] {
    let count = report.summary.pagesOfOthers
    guard count > 0 else { return [] }
    let one = count == 1
    return [
      "  \(Words.count(count, "page")) of nobody you follow so far: kept as \(one ? "a digest" : "digests"), without "
        + "\(one ? "its address" : "addresses").",
      "  \(one ? "It counts" : "Each counts") once a list or a feed shows whose it is.",
    ]
  }

  private var losses: [String] {
    guard !report.skipped.isEmpty else { return [] }
    return ["  not taken: \(Words.count(report.skipped.count, "thing"))"]
      + SkippedText.lines(report.skipped, limit: limit, hint: "--verbose names all")
      .map { "    " + $0 }
  }

  /// The feeds of a folder told as one, so that a hundred of them do not fill the screen.
  static func joiningFeeds(
    _ reports: [Pond.ImportReport], below path: String
  ) -> [Pond.ImportReport] {
    let feeds = reports.filter { $0.format == "feed-folder" }
    guard feeds.count > 1 else { return reports }
    let count = Words.count(feeds.count { $0.summary.accounts.total > 0 }, "feed")
    let joined = Pond.ImportReport(joining: feeds, path: path, format: count)
    return reports.filter { $0.format != "feed-folder" } + [joined]
  }
}
