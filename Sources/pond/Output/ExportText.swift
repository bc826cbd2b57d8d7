import Foundation
import PondGraph

/// What an export cut and left, for standard error.
enum ExportText {
  /// The lines: what was cut, what remains, what to do with the file.
  static func lines(
    _ exported: Pond.ExportedList, _ format: Pond.ExportFormat, to path: String?,
    folder: String? = nil
  ) -> [String] {
    var lines =
      named(exported.removed, "−") + named(exported.repaired, "~") + named(exported.moved, ">")
      + named(exported.weighed, "*") + named(exported.added, "+")
    let cut = Words.count(exported.removed.count, "entry", "entries")
    let left = Words.count(exported.remaining, "account")
    lines.append(
      "cut \(cut) from \(Sanitize.line(exported.list)); \(left) \(exported.remaining == 1 ? "remains" : "remain")"
    )
    if let folder {
      lines.append("Only what stands in “\(Sanitize.title(folder))” is in it.")
    }
    lines += changed(exported, format, isPart: folder != nil)
    for other in exported.otherLists {
      lines.append("not trimmed: \(Sanitize.line(other)) (--list takes its path)")
    }
    if let path { lines.append("written to \(Sanitize.line(path))") }
    if isChanged(exported) { lines += whatToDo(exported, format, isFile: path != nil) }
    return lines
  }

  /// What is asked before a list leaves that drops more than half of what came in.
  static func halfQuestion(_ exported: Pond.ExportedList) -> String {
    "\(Words.count(exported.removed.count, "entry", "entries")) would go, more than half of "
      + "\(Sanitize.line(exported.list)); \(Words.count(exported.remaining, "account")) would remain."
  }

  private static func isChanged(_ exported: Pond.ExportedList) -> Bool {
    ![
      exported.removed, exported.repaired, exported.moved, exported.weighed, exported.added,
    ].allSatisfy(\.isEmpty)
  }

  private static func named(_ some: [Pond.ExportedList.Removed], _ sign: String) -> [String] {
    some.map { one in
      let title = Sanitize.title(one.title ?? one.address.masked)
      return "  \(sign) \(title)  \(Sanitize.line(one.address.masked))"
    }
  }

  // What became of the rest, each in a sentence; none where nothing did.
  private static func changed(
    _ exported: Pond.ExportedList, _ format: Pond.ExportFormat, isPart: Bool
  ) -> [String] {
    var lines: [String] = []
    if !exported.repaired.isEmpty {
      lines.append("\(Words.count(exported.repaired.count, "address", "addresses")) repaired (~)")
    }
    if !exported.moved.isEmpty {
      let what = Words.count(exported.moved.count, "entry", "entries")
      lines.append(
        format == .mastodon
          ? "boosts switched off for \(what) (>)"
          : "\(what) moved into \(Sanitize.title(exported.streamFolder)) or the ring's folder (>)")
    }
    if !exported.weighed.isEmpty {
      let what = Words.count(exported.weighed.count, "entry", "entries")
      lines.append("importance written for \(what) (*)")
    }
    if !exported.added.isEmpty {
      lines.append("\(Words.count(exported.added.count, "account")) added (+)")
    }
    if !exported.unmoved.isEmpty {
      lines.append(unmoved(Words.count(exported.unmoved.count, "entry", "entries"), format))
    }
    lines += undone(exported.undone, format)
    if exported.isRewritten {
      lines.append(
        "The list came in a form that Mastodon reads wrongly, so it was written anew in its own form."
      )
    }
    if !isChanged(exported), !isPart, let same = unchanged(exported, format) { lines.append(same) }
    return lines
  }

  private static func unmoved(_ what: String, _ format: Pond.ExportFormat) -> String {
    switch format {
    case .mastodon: "\(what) could not be thinned: this list has no column for boosts"
    case .list: "\(what) could not be thinned: a plain list of addresses has no folders"
    default: "\(what) could not be moved: where they end cannot be told in this file"
    }
  }

  // What a list that can only lose somebody leaves undone, and where it is done instead (E6).
  private static func undone(
    _ undone: [Pond.ExportedList.Undone], _ format: Pond.ExportFormat
  ) -> [String] {
    let place = format.rawValue.capitalized
    let isOfNetwork = format != .bookmarks
    let answers: [(Answer, String, String)] = [
      (.thin, "thinned", isOfNetwork ? "mute them on \(place)" : "move them in your browser"),
      (.repair, "repaired", "mend the address where you keep it"),
      (.follow, "added", isOfNetwork ? "follow them on \(place)" : "add them in your browser"),
    ]
    return answers.compactMap { answer, done, instead in
      let names = undone.filter { $0.answer == answer }.map { Sanitize.title($0.name) }
      guard !names.isEmpty else { return nil }
      let more = names.count > 5 ? ["\(names.count - 5) more"] : []
      let who = Words.list(names.prefix(5) + more)
      return "not \(done): \(who), for this file can only let go; \(instead)"
    }
  }

  // What is true of a list in which nothing was changed.
  private static func unchanged(
    _ exported: Pond.ExportedList, _ format: Pond.ExportFormat
  ) -> String? {
    switch format {
    case .bluesky: return "You let nobody in it go, so there is nothing to delete."
    case .nostr: return "You let nobody in it go: the event is made anew and holds all of them."
    default:
      guard exported.isOriginal else { return nil }
      let isUntouched = exported.unmoved.isEmpty && exported.undone.isEmpty
      return (isUntouched ? "You have changed nothing in it, so this" : "This")
        + " is your list, byte for byte."
    }
  }

  // What the network does with it, and what is lost there with a follow (R8).
  private static func whatToDo(
    _ exported: Pond.ExportedList, _ format: Pond.ExportFormat, isFile: Bool
  ) -> [String] {
    let owner = exported.owner.map { " of \(Sanitize.line($0))" } ?? ""
    switch format {
    case .opml, .newsboat, .list, .bookmarks: return []
    case .mastodon where exported.server != .replaces:
      return onlyAdds(exported)
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

  // Its import follows whoever is named and unfollows nobody.
  private static func onlyAdds(_ exported: Pond.ExportedList) -> [String] {
    let server =
      exported.server == .pleroma ? "Pleroma and Akkoma" : "Misskey, Sharkey and Akkoma"
    return [
      "This list is written as \(server) write theirs: their import only adds, and nobody leaves",
      "by it. There, unfollow by hand: pond export fediverse -o leave.html makes the checklist.",
      "On Mastodon or GoToSocial: Import, Following list, Overwrite (Merge removes nothing).",
    ]
  }

  /// What a checklist holds, in words.
  static func checklist(_ count: Int, _ network: AccountKind) -> String {
    count == 0
      ? "You have let nobody on \(network.rawValue) go."
      : "\(Words.count(count, "account")) to unfollow by hand, a few a day: such networks stop who "
        + "goes fast."
  }
}
