import Foundation
import PondGraph

/// The accounts as a table for a spreadsheet (RFC 4180): one row each, a header first.
///
/// For people: a cell that a spreadsheet would take for a formula begins with an apostrophe
/// (T-I09). For programs there is `json`, which is exact.
struct AccountCSV {
  let overviews: [AccountOverview]

  /// The header and the rows, each without its line end.
  var lines: [String] {
    [Self.columns.map(\.name).joined(separator: ",")]
      + overviews.map { overview in
        Self.columns.map { Self.cell($0.value(overview)) }.joined(separator: ",")
      }
  }

  private struct Column {
    let name: String
    let value: @Sendable (AccountOverview) -> String?
  }

  private static let columns: [Column] = [
    Column(name: "id") { $0.account.id.value },
    Column(name: "kind") { $0.account.key.kind.rawValue },
    Column(name: "title") { $0.account.title },
    Column(name: "account") { $0.account.key.shown },
    Column(name: "address") { ($0.account.feed ?? $0.account.key.profile)?.masked },
    Column(name: "site") { $0.account.site?.masked },
    Column(name: "folders") { overview in
      overview.account.folders.map { $0.joined(separator: "/") }.filter { !$0.isEmpty }
        .joined(separator: "; ")
    },
    Column(name: "tags") { $0.account.tags.joined(separator: "; ") },
    Column(name: "followed since") { $0.account.followedAt.map(Moment.iso8601) },
    Column(name: "posts a week") { $0.assessment.postsPerWeek.map(figure) },
    Column(name: "signal a week") { ofSource($0)?.signal.map(figure) },
    Column(name: "noise a week") { ofSource($0)?.noise.map(figure) },
    Column(name: "signal to noise dB") { ofSource($0)?.snr.map { figure($0.mean) } },
    Column(name: "dB low") { ofSource($0)?.snr.map { figure($0.low) } },
    Column(name: "dB high") { ofSource($0)?.snr.map { figure($0.high) } },
    Column(name: "minutes a week") { $0.assessment.minutesPerWeek.map(figure) },
    Column(name: "last post") { $0.assessment.lastPost.map(Moment.iso8601) },
    Column(name: "suggestion") { $0.assessment.verdict.rawValue },
    Column(name: "rule") { $0.assessment.rule },
    Column(name: "decision") { $0.decision?.answer.rawValue },
    Column(name: "decided on") { $0.decision.map { Moment.iso8601($0.at) } },
    Column(name: "reason") { $0.decision?.reason },
  ]

  // Of people nothing is told but how much they post (R2).
  private static func ofSource(_ overview: AccountOverview) -> Assessment? {
    overview.account.key.kind.isPerson ? nil : overview.assessment
  }

  // Three places, the same in every locale.
  private static func figure(_ value: Double) -> String {
    guard let thousandths = Int(exactly: (value * 1000).rounded()) else { return "" }
    return "\(Double(thousandths) / 1000)"
  }

  /// One cell.
  static func cell(_ value: String?) -> String {
    guard let value else { return "" }
    let line = Sanitize.line(value)
    let safe = SpreadsheetGuard.harmless(line)
    guard safe.contains(where: { ",\"\n\r".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
