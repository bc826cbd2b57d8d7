import Foundation
import PondGraph

/// What an input would teach, for a person.
struct InspectionText {
  let imported: Imported
  let limit: Int

  /// The lines: what it is, what it holds, examples, what was not taken and why.
  var lines: [String] {
    [headline] + summary.map { "  " + $0 } + examples + skipped + warnings
  }

  private var headline: String {
    let whole = imported.isComplete ? "complete" : "not the whole: only what is here"
    return "\(Sanitize.line(imported.path)): \(imported.format), \(whole)"
  }

  private var summary: [String] {
    let accounts = imported.accounts
    let all = Self.distinct(accounts.map(\.key))
    let isWhole = accounts.allSatisfy(\.followed)
    let followed = isWhole ? all : Self.distinct(accounts.filter(\.followed).map(\.key))
    let duplicates = imported.repeats + accounts.count(where: \.followed) - followed
    var parts = [Words.count(all, "account") + followedWords(followed, of: all)]
    if duplicates > 0 { parts.append(Words.count(duplicates, "duplicate") + " of an address") }
    let folders = Set(accounts.lazy.flatMap(\.folders)).subtracting([[]])
    if !folders.isEmpty { parts.append(Words.count(folders.count, "folder")) }
    if !imported.posts.isEmpty { parts.append(Words.count(imported.posts.count, "post") + span) }
    if !imported.acts.isEmpty {
      parts.append(Words.count(imported.acts.count, "act") + " of yours")
    }
    if !imported.pageActs.isEmpty {
      parts.append(
        Words.count(imported.pageActs.count, "act")
          + " of yours with pages: import keeps those of accounts you follow")
    }
    if imported.followers > 0 {
      parts.append(Words.count(imported.followers, "follower") + ", which no figure reads")
    }
    return parts
  }

  // Different hashes are different keys: only where some agree are the keys themselves compared, for
  // a set of a million of them takes a second.
  private static func distinct(_ keys: [AccountKey]) -> Int {
    let hashes = keys.map(\.hashValue).sorted()
    let agree = zip(hashes, hashes.dropFirst()).contains { $0 == $1 }
    return agree ? Set(keys).count : keys.count
  }

  private func followedWords(_ followed: Int, of all: Int) -> String {
    if followed == all { return all == 0 ? "" : " followed" }
    return followed == 0 ? ", not a list of whom you follow" : ", \(followed) of them followed"
  }

  private var span: String {
    let dates = imported.posts.compactMap(\.published)
    guard let first = dates.min(), let last = dates.max() else { return ", none with a date" }
    return ", from \(Moment.day(first)) to \(Moment.day(last))"
  }

  private var examples: [String] {
    let mentions = limit == 0 ? imported.accounts[...] : imported.accounts.prefix(limit)
    var lines = mentions.map { mention in
      let title = Sanitize.line(mention.title ?? mention.key.shown)
      let folder = mention.folders.first.map { $0.joined(separator: " / ") } ?? ""
      let address = Sanitize.line(mention.address?.masked ?? mention.key.description)
      return
        "    \(Width.pad(title, to: 28))  \(Width.pad(Sanitize.line(folder), to: 16))  \(address)"
    }
    if mentions.count < imported.accounts.count {
      let rest = imported.accounts.count - mentions.count
      lines.append("    and \(Words.grouped(rest)) more (--limit 0 shows all)")
    }
    return lines
  }

  private var skipped: [String] {
    guard !imported.skipped.isEmpty else { return [] }
    return ["  not taken: \(Words.count(imported.skipped.count, "thing"))"]
      + SkippedText.lines(imported.skipped, limit: limit).map { "    " + $0 }
  }

  private var warnings: [String] {
    imported.warnings.map { "  note: " + Sanitize.line($0) }
  }
}

/// What was not taken, and why.
enum SkippedText {
  /// One line each, the losses first; at most `limit`, 0 for all.
  static func lines(
    _ skipped: [Skipped], limit: Int, hint: String = "--limit 0 shows all"
  ) -> [String] {
    let ordered = skipped.filter(\.isLoss) + skipped.filter { !$0.isLoss }
    let shown = limit == 0 ? ordered[...] : ordered.prefix(limit)
    var lines = shown.map { one in
      let place = one.place.map { "\($0): " } ?? ""
      let loss = one.isLoss ? "LOST " : ""
      return Sanitize.line("\(loss)\(place)\(one.what): \(one.why)")
    }
    if shown.count < skipped.count {
      lines.append("and \(Words.grouped(skipped.count - shown.count)) more (\(hint))")
    }
    return lines
  }
}
