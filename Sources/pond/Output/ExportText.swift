import Foundation
import PondGraph

/// What an export cut and left, for standard error.
enum ExportText {
  /// The lines: what was cut, what remains, what to do with the file.
  static func lines(
    _ exported: Pond.ExportedList, _ format: Pond.ExportFormat, to path: String?,
    folder: String? = nil
  ) -> [String] {
    var lines = exported.removed.map { removed in
      let title = Sanitize.line(removed.title ?? removed.address.masked)
      return "  − \(title)  \(Sanitize.line(removed.address.masked))"
    }
    let cut = Words.count(exported.removed.count, "entry", "entries")
    let left = Words.count(exported.remaining, "account")
    lines.append(
      "cut \(cut) from \(Sanitize.line(exported.list)); \(left) \(exported.remaining == 1 ? "remains" : "remain")"
    )
    if let folder {
      lines.append("Only what stands in “\(Sanitize.line(folder))” is in it.")
    } else if exported.removed.isEmpty {
      lines.append("You have let nobody in it go, so this is your list, byte for byte.")
    }
    for other in exported.otherLists {
      lines.append("not trimmed: \(Sanitize.line(other)) (--list takes its path)")
    }
    if let path { lines.append("written to \(Sanitize.line(path))") }
    if !exported.removed.isEmpty { lines += whatToDo(exported, format, isFile: path != nil) }
    return lines
  }

  // What the network does with it, and what is lost there with a follow (R8).
  private static func whatToDo(
    _ exported: Pond.ExportedList, _ format: Pond.ExportFormat, isFile: Bool
  ) -> [String] {
    let owner = exported.owner.map { " of \(Sanitize.line($0))" } ?? ""
    switch format {
    case .opml, .newsboat, .list, .bookmarks: return []
    case .mastodon:
      let beside = exported.companions.map { $0.name }
      let lists =
        beside.isEmpty
        ? ""
        : isFile ? ", then lists.csv beside it" : "; with -o FILE, lists.csv is written beside it"
      return [
        "On your server: Preferences, Import, Following list, Overwrite (Merge removes nothing)\(lists).",
        "It is for the account\(owner.isEmpty ? " you exported it from" : owner). Keep the old file: it is"
          + " the way back, though who locks their account has to accept you again.",
      ]
    case .bluesky:
      return [
        "Each line is a record for com.atproto.repo.applyWrites to delete; following again later",
        "notifies them, and the date of your follow is lost.",
      ]
    case .nostr:
      return ["Let your client sign and send it: it takes the place of your whole contact list."]
    }
  }

  /// What a checklist holds, in words.
  static func checklist(_ count: Int, _ network: AccountKind) -> String {
    count == 0
      ? "You have let nobody on \(network.rawValue) go."
      : "\(Words.count(count, "account")) to unfollow by hand, a few a day: such networks stop who "
        + "goes fast."
  }
}
