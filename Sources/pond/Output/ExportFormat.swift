import ArgumentParser
import Foundation
import PondGraph

extension Pond.ExportFormat {
  /// What the trimmed list is called where nobody says otherwise.
  var fileName: String {
    switch self {
    case .opml: "trimmed.opml"
    case .newsboat: "urls.trimmed"
    case .list: "list.trimmed"
    case .bookmarks: "bookmarks.trimmed.html"
    case .mastodon: "following_accounts.csv"
    case .bluesky: "unfollows.json"
    case .nostr: "contacts.json"
    }
  }
}

/// Everything that `pond export` writes.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case opml, newsboat, list, bookmarks, mastodon, bluesky, nostr
  case youtube, x, instagram, threads, facebook, linkedin, reddit, github, fediverse
  case decisions, csv, json, graph

  /// The list that is trimmed; nil for what is told of the whole pond.
  var list: Pond.ExportFormat? { Pond.ExportFormat(rawValue: rawValue) }

  /// The network whose checklist it is; nil for everything else.
  var network: AccountKind? {
    switch self {
    case .youtube, .x, .instagram, .threads, .facebook, .linkedin, .reddit, .github, .fediverse:
      AccountKind(rawValue: rawValue)
    default: nil
    }
  }

  /// What is told of the whole pond.
  func text(of file: Pond, now: Date) throws -> String {
    switch self {
    case .decisions: return try file.decisionFile(clean: Sanitize.line)
    case .csv:
      return AccountCSV(overviews: try file.overviews(now: now)).lines
        .map { $0 + "\r\n" }.joined()
    case .graph:
      let overviews = try file.overviews(now: now)
      return GraphML(overviews: overviews, persons: try file.persons()).lines
        .map { $0 + "\n" }.joined()
    case .json:
      return try JSONText.text(ListJSON(try file.overviews(now: now))) + "\n"
    default: return ""
    }
  }
}
