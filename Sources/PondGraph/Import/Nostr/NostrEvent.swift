import Foundation

/// One event of Nostr, as relays hand it out (NIP 01).
struct NostrEvent {
  let id: String?
  let author: AccountKey
  let kind: Int
  /// When its author says that it was made; nil for what no clock showed yet.
  let at: Date?
  let tags: [[String]]
  let content: String

  /// The network did not exist before.
  private static let earliest = Date(timeIntervalSince1970: 1_577_836_800)

  /// Reads an event; nil for JSON that is none.
  init?(_ value: JSONValue, now: Date) {
    guard let kind = value["kind"]?.word.flatMap({ Int($0) }),
      let author = value["pubkey"]?.text.flatMap({ AccountKey(nostr: $0) }),
      case .array(let tags)? = value["tags"]
    else { return nil }
    id = value["id"]?.text?.lowercased()
    self.author = author
    self.kind = kind
    self.tags = tags.map { tag in tag.elements.map { $0.word ?? "" } }
    content = value["content"]?.text ?? ""
    let seconds = value["created_at"]?.word.flatMap { Int64($0) }
    at = seconds.map { Date(timeIntervalSince1970: Double($0)) }.flatMap {
      $0 >= Self.earliest && $0 <= now.addingTimeInterval(86_400) ? $0 : nil
    }
  }

  /// The tags of a name that have a value.
  func tags(_ name: String) -> [[String]] {
    tags.filter { $0.first == name && $0.count > 1 }
  }

  /// Whom it names, in order.
  var people: [AccountKey] {
    tags("p").compactMap { AccountKey(nostr: $0[1]) }
  }

  /// The post that it answers: the one marked so, else the last that is not merely mentioned
  /// (NIP 10); nil for words to nobody.
  var parent: [String]? {
    let posts = tags("e").filter { $0.count < 4 || $0[3] != "mention" }
    return posts.last { $0.count > 3 && $0[3] == "reply" }
      ?? posts.first { $0.count > 3 && $0[3] == "root" } ?? posts.last
  }

  /// The author of the post that it is about: whom the tag itself names, else the last person named
  /// (NIP 25).
  func author(of post: [String], at place: Int) -> AccountKey? {
    let told = post.count > place ? AccountKey(nostr: post[place]) : nil
    return told ?? people.last
  }

  /// Whether it came after another of its kind, as relays decide: later, or with the lower id.
  func replaces(_ other: NostrEvent?) -> Bool {
    guard let other else { return true }
    let (mine, theirs) = (at ?? .distantPast, other.at ?? .distantPast)
    return mine == theirs ? (id ?? "~") < (other.id ?? "~") : mine > theirs
  }
}
