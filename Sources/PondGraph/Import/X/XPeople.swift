import Foundation

/// Who is behind the numbers, as far as the person's own tweets say it: handles and names as they
/// were when a tweet was written, the newest counting.
struct XPeople {
  private struct Known {
    var handle: String?
    var name: String?
    var at: Date
  }

  private var known: [UInt64: Known] = [:]
  // Handles are given up and taken by others: one that stood for two proves nothing.
  private var ids: [String: Set<UInt64>] = [:]

  /// The key of an account.
  static func key(_ id: UInt64) -> AccountKey { AccountKey(kind: .x, value: String(id)) }

  /// Takes what one tweet says of somebody.
  mutating func note(_ person: XPerson, at date: Date?) {
    let at = date ?? .distantPast
    if let before = known[person.id], before.at > at { return noteHandle(person) }
    let before = known[person.id]
    known[person.id] = Known(
      handle: person.handle ?? before?.handle, name: person.name ?? before?.name, at: at)
    noteHandle(person)
  }

  private mutating func noteHandle(_ person: XPerson) {
    guard let handle = person.handle else { return }
    ids[handle.lowercased(), default: []].insert(person.id)
  }

  /// The one account of this handle; nil where none is known, or more than one.
  func id(of handle: String) -> UInt64? {
    guard let ids = ids[handle.lowercased()], ids.count == 1 else { return nil }
    return ids.first
  }

  /// `Name (@handle)`; nil where nothing is known.
  func title(_ id: UInt64) -> String? {
    guard let known = known[id] else { return nil }
    let handle = known.handle.map { "@\($0)" }
    guard let name = known.name?.trimmingCharacters(in: .whitespacesAndNewlines), !name.isEmpty
    else { return handle }
    return handle.map { "\(name) (\($0))" } ?? name
  }
}

/// Who the person is.
struct XOwner {
  /// The number of the account; nil where nothing says it.
  let id: UInt64?
  private let handles: Set<String>

  /// Takes what the archive says, else what the person said, else what the tweets prove: an answer
  /// to one of the person's own tweets names its author.
  init(id: UInt64?, handle: String?, told: String?, _ conversation: XConversation) {
    let told = told.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }
    let number = told.flatMap { UInt64($0) }
    handles = Set([handle, number == nil ? told : nil].compactMap { $0?.lowercased() })
    self.id =
      id ?? number ?? conversation.provenAuthor
      ?? handles.lazy.compactMap { conversation.people.id(of: $0) }.first
  }

  /// Whether it is the person.
  func isMe(_ id: UInt64?, _ handle: String?) -> Bool {
    if let id, id == self.id { return true }
    return handle.map { handles.contains($0.lowercased()) } ?? false
  }
}
