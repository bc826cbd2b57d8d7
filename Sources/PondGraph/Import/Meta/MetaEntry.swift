import Foundation

/// One entry of a list of Instagram's or Threads': somebody, with the moment and the page.
///
/// The labels are in the language of the account, so nothing is told by a label alone. Three
/// generations: `string_list_data` (who is in `title` or in `value`), `string_map_data` and
/// `label_values`.
struct MetaEntry {
  /// The user name; nil where the entry does not say it.
  private(set) var user: String?
  /// The name that the person shows; nil where it is not said.
  private(set) var name: String?
  /// The page of the account or the post, as written.
  private(set) var page: String?
  /// When.
  private(set) var at: Date?

  /// The facts under their labels, in the order of the file; empty in the other generations.
  private(set) var facts: [(label: String, value: JSONValue)] = []

  /// Reads the entry that is next, whichever it is.
  /// - Throws: `JSONDamage`.
  init(_ cursor: inout JSONCursor) throws {
    var members: [String: JSONValue] = [:]
    try cursor.forEachMember { name, cursor in
      if case "string_map_data" = name, cursor.isAtObject() {
        try cursor.forEachMember { facts.append(($0.string, try $1.value())) }
      } else {
        members[name.string] = try cursor.value()
      }
    }
    let value = JSONValue.object(members)
    if members["label_values"] != nil {
      readLabels(value)
    } else if !facts.isEmpty {
      readFacts(value)
    } else {
      readList(value)
    }
  }

  private mutating func readList(_ value: JSONValue) {
    let data = value["string_list_data"]?.elements.first
    let title = value["title"]?.text
    // A like has a thumb for a value; a follow of before 2024 the user name.
    user = [title, data?["value"]?.text].lazy.compactMap { $0 }.first(where: MetaText.isUserName)
    page = data?["href"]?.text
    user = user ?? page.flatMap(Self.owner(ofPage:))
    at = MetaText.date(data?["timestamp"])
  }

  private mutating func readFacts(_ value: JSONValue) {
    at = facts.lazy.compactMap { MetaText.date($0.value["timestamp"]) }.first
    page = facts.lazy.compactMap { $0.value["href"]?.text }.first { $0.hasPrefix("http") }
    let named = facts.first { ["Media Owner", "Author"].contains($0.label) }
    let title = value["title"]?.text
    user = [named?.value["value"]?.text, title].lazy.compactMap { $0 }
      .first(where: MetaText.isUserName)
    guard user == nil, named == nil else { return }
    // Under foreign labels the comment stands first and its owner behind it.
    let words = facts.compactMap { $0.value["value"]?.text }
    if words.count > 1 { user = words.last.flatMap { MetaText.isUserName($0) ? $0 : nil } }
  }

  private mutating func readLabels(_ value: JSONValue) {
    at = MetaText.date(value["timestamp"])
    let labels = value["label_values"]?.elements ?? []
    page = labels.lazy.compactMap { $0["href"]?.text ?? $0["value"]?.text }
      .first { $0.hasPrefix("http") }
    for label in labels {
      for group in label["dict"]?.elements ?? [] {
        let facts = (group["dict"]?.elements ?? [group]).compactMap { $0["value"]?.text }
        readOwner(facts)
      }
    }
  }

  // The address of the page, the name that is shown, the user name: the last says itself again in
  // the first.
  private mutating func readOwner(_ facts: [String]) {
    guard user == nil else { return }
    let owner =
      facts.lazy.compactMap(Self.owner(ofPage:)).first ?? facts.last(where: MetaText.isUserName)
    guard let owner else { return }
    user = owner
    name = facts.lazy.filter { !$0.hasPrefix("http") && $0 != owner }.map(MetaText.repaired).first
  }

  /// The user whose page this is: `instagram.com/name`, `instagram.com/_u/name`, `threads.net/@name`.
  static func owner(ofPage page: String) -> String? {
    guard page.hasPrefix("http"), let key = AccountKey(profile: Address(page)) else { return nil }
    return key.kind == .instagram || key.kind == .threads ? key.value : nil
  }
}
