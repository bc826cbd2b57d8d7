extension Schema {
  /// The answers of blind tastings.
  static let tasting = """
    -- What the person said of a post without knowing whose it is. Nothing is deleted: undo dates it. The
    -- post need not be known: an answer outlives the post that a newer import no longer shows.
    CREATE TABLE tasting (
      number    INTEGER PRIMARY KEY,
      account   INTEGER NOT NULL REFERENCES account (id),
      post      TEXT NOT NULL,      -- post.id
      published INTEGER NOT NULL,   -- when the post was
      answer    TEXT NOT NULL,      -- gladly, would-read, not-for-me, cannot-say
      at        INTEGER NOT NULL,
      undone_at INTEGER             -- null while it stands
    ) STRICT;
    """
}
