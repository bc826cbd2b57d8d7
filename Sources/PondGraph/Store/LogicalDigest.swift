import Foundation
import GRDB

extension PondStore {
  /// A SHA-256, as 64 hexadecimal digits, of what the pond knows: merged accounts, posts, acts,
  /// words addressed to the person, who can be reached, standing answers, skips, notes. No row number,
  /// no clock of any import, no entry that was undone and no path is in it: two ponds that were
  /// told the same, in any order, have the same digest. O(posts + acts).
  package func logicalDigest() throws -> String {
    try asking { database in
      var digest = LogicalDigest()
      for account in try accountBook(database).accounts { digest.add(Self.fields(account)) }
      for sql in Self.questions { try digest.add(database, sql) }
      return digest.finished()
    }
  }

  private static func fields(_ account: Account) -> [String?] {
    [
      "account", account.key.kind.rawValue, account.key.value, account.title,
      account.feed?.written, account.site?.written,
      account.folders.map { $0.map { "\($0.utf8.count):\($0)" }.joined() }.joined(separator: "/"),
      account.tags.map { "\($0.utf8.count):\($0)" }.joined(), "\(account.isFollowed)",
      account.followedAt.flatMap(Instant.stored).map { "\($0)" },
      account.importance.map { "\($0)" },
    ]
  }

  // CROSS JOIN: the accounts in the order of their index, so that nothing has to be sorted.
  private static let questions = [
    """
    SELECT 'post', account.kind, value, post.id, published, post.kind, form, words, claims, is_same,
           written_id, link, title, author, excerpt
    FROM account CROSS JOIN post ON post.account = account.id
    CROSS JOIN post_text ON post_text.id = post.text
    CROSS JOIN claim ON claim.id = post.claim
    ORDER BY account.kind, value, post.id
    """,
    // Digests of pages differ from pond file to pond file; what they were met with does not.
    """
    SELECT 'act', account.kind, value, act.post, act.kind, act.at
    FROM account CROSS JOIN act ON act.account = account.id
    WHERE substr(act.post, 1, 5) <> 'page:'
    ORDER BY account.kind, value, act.post, act.kind, act.at
    """,
    """
    SELECT 'page', account.kind, value, met.main_id, act.kind, act.at
    FROM account CROSS JOIN act ON act.account = account.id
    LEFT JOIN met ON met.account = act.account AND met.post = act.post
    WHERE substr(act.post, 1, 5) = 'page:'
    ORDER BY account.kind, value, met.main_id, act.kind, act.at
    """,
    """
    SELECT 'same', account.kind, account.value, same_post.id, main.kind, main.value, main_id
    FROM same_post JOIN account ON account.id = same_post.account
    JOIN account AS main ON main.id = main_account
    ORDER BY account.kind, account.value, same_post.id
    """,
    """
    SELECT 'addressed', kind, value, at
    FROM account CROSS JOIN addressed ON addressed.account = account.id
    ORDER BY kind, value, at
    """,
    """
    SELECT 'reachability', kind, value, state, moved_to
    FROM account CROSS JOIN reachability ON reachability.account = account.id
    ORDER BY kind, value
    """,
    """
    SELECT 'decision', kind, value, answer, at, reason, evidence_seen, new_address, trial_days
    FROM account CROSS JOIN decision ON decision.account = account.id
    WHERE undone_at IS NULL ORDER BY kind, value, number
    """,
    """
    SELECT 'skip', kind, value, at
    FROM account CROSS JOIN skip ON skip.account = account.id
    WHERE undone_at IS NULL ORDER BY kind, value, number
    """,
    """
    SELECT 'intention', kind, value, text, due, intention.at,
           (SELECT word || said.at FROM intention AS said
            WHERE said.about = intention.number AND said.undone_at IS NULL
            ORDER BY said.number DESC LIMIT 1)
    FROM intention LEFT JOIN account ON account.id = intention.account
    WHERE intention.about IS NULL AND intention.undone_at IS NULL ORDER BY intention.number
    """,
    """
    SELECT 'tasted', kind, value, post, published, answer, at
    FROM account CROSS JOIN tasting ON tasting.account = account.id
    WHERE undone_at IS NULL ORDER BY kind, value, post, at, answer
    """,
    """
    SELECT DISTINCT 'follower', kind, value FROM follower ORDER BY kind, value
    """,
    """
    SELECT DISTINCT 'attention', kind, starts, ends, observability FROM attention
    ORDER BY kind, starts, ends, observability
    """,
    """
    SELECT 'link', kind, value, address, proof
    FROM account CROSS JOIN profile_link ON profile_link.account = account.id
    ORDER BY kind, value, address, proof
    """,
    """
    SELECT DISTINCT 'person', min(one.kind || ':' || one.value, two.kind || ':' || two.value),
           max(one.kind || ':' || one.value, two.kind || ':' || two.value)
    FROM same_person JOIN account AS one ON one.id = same_person.account
    JOIN account AS two ON two.id = same_person.other ORDER BY 2, 3
    """,
    """
    SELECT DISTINCT 'edge', one.kind, one.value, two.kind, two.value
    FROM edge JOIN account AS one ON one.id = edge.source
    JOIN account AS two ON two.id = edge.target ORDER BY 2, 3, 4, 5
    """,
    """
    SELECT 'place', account.kind, account.value, post.id, place.kind, place.value
    FROM account CROSS JOIN post ON post.account = account.id
    CROSS JOIN post_link ON post_link.account = account.id AND post_link.text = post.text
    JOIN place ON place.id = post_link.place
    ORDER BY account.kind, account.value, post.id, place.kind, place.value
    """,
    """
    SELECT 'declared', kind, value, word, weight
    FROM account CROSS JOIN declaration ON declaration.account = account.id
    ORDER BY kind, value, word
    """,
    """
    SELECT DISTINCT 'close', kind, value
    FROM account JOIN close_ring ON close_ring.account = account.id ORDER BY kind, value
    """,
    """
    SELECT 'setting', name, value FROM setting ORDER BY name, value
    """,
    """
    SELECT 'note', kind, value, text FROM account CROSS JOIN note ON note.account = account.id
    ORDER BY kind, value
    """,
  ]
}

/// A digest of many records in bounded memory: every so many bytes are digested together with the
/// digest of all before them.
private struct LogicalDigest {
  private var pending: [UInt8] = []

  /// Adds a record; nil is told apart from an empty text.
  mutating func add(_ fields: [String?]) {
    for field in fields {
      guard let field else {
        pending.append(UInt8(ascii: "-"))
        continue
      }
      pending.append(contentsOf: "\(field.utf8.count):".utf8)
      pending.append(contentsOf: field.utf8)
    }
    endRecord()
  }

  private mutating func endRecord() {
    pending.append(UInt8(ascii: "\n"))
    if pending.count > 1 << 20 { pending = Digest.sha256(pending) }
  }

  /// Adds every row of an answer.
  mutating func add(_ database: Database, _ sql: String) throws {
    let rows = try BulkStatement(database, sql)
    while try rows.next() {
      rows.spell(into: &pending)
      endRecord()
    }
  }

  /// The digest of everything added.
  func finished() -> String { Digest.hex(pending) }
}
