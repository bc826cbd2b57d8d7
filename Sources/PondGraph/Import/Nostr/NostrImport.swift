import Foundation

/// Learns from events of Nostr, one or a dump of a relay: whom a person follows (kind 3), what they
/// did (answers, reposts, reactions), whom they muted, and the notes of those they follow.
///
/// A follow list has an order, oldest first, and no dates; the newest replaces all others. Private
/// messages are passed over. Of an account whose notes are there the events are taken to be whole from
/// the oldest of them to the newest event of all: that is how relays are asked for them.
package struct NostrImport: Importer {
  package let format = "nostr"
  package let learns =
    "Whom you follow on Nostr (kind 3), your replies, reposts and reactions, mutes, and notes of "
    + "those you follow, from events as JSON."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    // A relay's own messages have words before the event.
    let first = source.firstRecords([], atMost: 4).map(\.record).filter { $0.text == nil }
    return !first.isEmpty
      && first.allSatisfy {
        $0["pubkey"]?.text.map { AccountKey(nostr: $0) != nil } == true && $0["tags"] != nil
          && $0["kind"]?.word != nil
      }
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    var lists = NostrLists()
    let outcome = JSONDocuments.forEach(in: source.bytes) { piece in
      guard case .record(let value, _, let range) = piece,
        let event = NostrEvent(value, now: options.now)
      else { return }
      lists.take(event, range)
    }
    let me = try Self.me(lists, source, options)
    var reading = NostrReading(source.path, format: format, me: me, lists: lists)
    _ = JSONDocuments.forEach(in: source.bytes) { piece in
      guard case .record(let value, _, _) = piece, value.text == nil else { return }
      reading.take(NostrEvent(value, now: options.now))
    }
    var imported = reading.finished()
    try outcome.note(in: &imported, source, of: "event", options)
    imported.original = original(lists, me, source, isComplete: imported.isComplete)
    return [imported]
  }

  /// Who the person is: whom they say, else the only one with a list.
  private static func me(
    _ lists: NostrLists, _ source: ImportSource, _ options: ImportOptions
  ) throws -> AccountKey? {
    if let me = options.me.flatMap(key) { return me }
    let authors = lists.contacts.keys
    guard authors.count > 1 else { return authors.first }
    throw ImportFailure.notWhatItClaims(
      path: source.path,
      sentence: "it holds the follow lists of \(authors.count) people, and does not say which is "
        + "yours",
      advice: "Say who you are: pond import --me npub1… \(source.path)")
  }

  /// A key as people write it: `npub1…`, or in hexadecimal digits.
  static func key(_ written: String) -> AccountKey? {
    if let key = AccountKey(nostr: written) { return key }
    guard let npub = Bech32(written), npub.prefix == "npub", npub.bytes.count == 32 else {
      return nil
    }
    let digits = npub.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return AccountKey(nostr: digits)
  }

  private func original(
    _ lists: NostrLists, _ me: AccountKey?, _ source: ImportSource, isComplete: Bool
  ) -> OriginalDocument? {
    guard let list = me.flatMap({ lists.contacts[$0] }) else { return nil }
    let start = source.bytes.startIndex
    let bytes = Data(source.bytes[start + list.range.lowerBound..<start + list.range.upperBound])
    return OriginalDocument(
      format: "nostr-contacts", path: source.path, bytes: bytes, isComplete: isComplete,
      documentDate: list.event.at)
  }
}

/// The events of which only the newest counts.
struct NostrLists {
  /// The newest follow list of everybody, and where it stands in the file.
  private(set) var contacts: [AccountKey: (event: NostrEvent, range: Range<Int>)] = [:]
  /// The newest mute list of everybody.
  private(set) var mutes: [AccountKey: NostrEvent] = [:]
  /// What everybody says of themselves.
  private(set) var profiles: [AccountKey: NostrEvent] = [:]

  mutating func take(_ event: NostrEvent, _ range: Range<Int>) {
    switch event.kind {
    case 0 where event.replaces(profiles[event.author]): profiles[event.author] = event
    case 3 where event.replaces(contacts[event.author]?.event):
      contacts[event.author] = (event, range)
    case 10000 where event.replaces(mutes[event.author]): mutes[event.author] = event
    default: break
    }
  }
}
