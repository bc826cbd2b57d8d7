import Foundation

/// `Connections.csv` of LinkedIn. Connections are mutual, so each is a follow and a follower; the
/// file says nothing of what anybody wrote.
package struct LinkedInImport: Importer {
  package let format = "linkedin-connections"
  package let learns = "Your connections on LinkedIn, with the day of each, from Connections.csv."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    source.firstRows(6).contains { LinkedInColumns($0) != nil }
  }

  package func names(in files: ExportFiles) -> Set<String> {
    let lists = files.names.filter { Self.last($0).lowercased() == "connections.csv" }
      .filter { name in (try? files.source(of: name)).flatMap { $0 }.map(recognizes) == true }
    let folders = Set(lists.map { $0.dropLast(Self.last($0).count) })
    let secrets = files.names.filter { name in
      Self.isSecret(name) && folders.contains(name.dropLast(Self.last(name).count))
    }
    return Set(lists).union(secrets)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let files = try source.files()
    let names = source.holdsFiles ? names(in: files) : Set(files.names)
    let secrets = names.filter(Self.isSecret)
    var inputs: [Imported] = []
    try files.forEach(names.subtracting(secrets)) { _, file in
      inputs.append(try Self.read(file, format, options))
    }
    let aside = Skipped.several(
      secrets.count, "file", " with messages, numbers and addresses",
      why: "nobody's business, and not opened")
    if let aside, !inputs.isEmpty { inputs[0].skipped.append(aside) }
    return inputs
  }

  private static func read(
    _ source: ImportSource, _ format: String, _ options: ImportOptions
  ) throws -> Imported {
    var columns: LinkedInColumns?
    var list = MentionList(path: source.path, format: format)
    var closed = 0
    let cut = source.forEachWholeRow { row in
      guard let found = columns else {
        columns = LinkedInColumns((0..<min(row.count, 20)).map { row.trimmed($0) ?? "" })
        return
      }
      guard let mention = found.mention(row) else {
        closed += 1
        return
      }
      list.keep(mention)
    }
    guard columns != nil else {
      throw ImportFailure.notWhatItClaims(
        path: source.path, sentence: "this has no line \"First Name,Last Name,URL,…\"",
        advice: "Ask LinkedIn for your connections again, and import Connections.csv as it is.")
    }
    var imported = list.imported
    imported.isComplete = try source.isWhole(
      cut, standing: imported.accounts.count, "connection", options)
    imported.skipped += [
      .several(closed, "connection", why: "the account was closed: nothing but a date is left")
    ].compactMap { $0 }
    imported.followers = imported.accounts.count
    imported.followerKeys = imported.accounts.map(\.key)
    return imported
  }

  private static func last(_ name: String) -> String {
    String(name.split(separator: "/").last ?? "")
  }

  private static func isSecret(_ name: String) -> Bool {
    let file = last(name).lowercased()
    return ["messages", "guide_messages", "learning_coach_messages", "learning_role_play_messages"]
      .contains { file == $0 + ".csv" }
      || ["email addresses", "phonenumbers", "importedcontacts", "contacts", "whatsapp", "logins"]
        .contains { file.hasPrefix($0) }
  }
}

/// Which column holds what: older files have no address.
private struct LinkedInColumns {
  private let first: Int
  private let last: Int
  private let page: Int?
  private let since: Int?

  init?(_ header: [String]) {
    guard let first = header.firstIndex(of: "First Name"),
      let last = header.firstIndex(of: "Last Name"), header.contains("Connected On")
    else { return nil }
    self.first = first
    self.last = last
    page = header.firstIndex(of: "URL")
    since = header.firstIndex(of: "Connected On")
  }

  /// The account of a row; nil for one in which nothing is left of it.
  func mention(_ row: CSVRow) -> AccountMention? {
    let name = [row.trimmed(first), row.trimmed(last)].compactMap { $0 }.joined(separator: " ")
    let page = page.flatMap { row.trimmed($0) }
    let profile = page.flatMap { AccountKey(profile: Address($0)) }
    guard let key = profile ?? (name.isEmpty ? nil : AccountKey(kind: .linkedin, value: name))
    else {
      return nil
    }
    return AccountMention(
      key: key, title: name.isEmpty ? nil : name, site: page.map(Address.init), followed: true,
      followedAt: since.flatMap { row.trimmed($0) }.flatMap(FeedDate.parse))
  }
}
