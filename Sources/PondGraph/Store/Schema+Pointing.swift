extension Schema {
  /// Whose places posts point at.
  static let pointing = """
    -- Somebody's place that a post points at. Never a whole address: a host, or an account's name.
    CREATE TABLE place (
      id    INTEGER PRIMARY KEY,
      kind  TEXT NOT NULL,          -- as account.kind; site for a host
      value TEXT NOT NULL,          -- the canonical name within the kind
      UNIQUE (kind, value)
    ) STRICT;

    -- The few places that the text of a post points at. The row of the post's words stands for the post:
    -- no reference is checked for it, for it would be looked for in this table at every row of words
    -- that goes.
    CREATE TABLE post_link (
      account INTEGER NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
      text    INTEGER NOT NULL,     -- post.text
      place   INTEGER NOT NULL REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (account, text, place)
    ) STRICT, WITHOUT ROWID;
    """

  /// What the last check found of the shares. It is computed and can be computed again: no part of what
  /// the pond knows.
  static let correcting = """
    CREATE TABLE correction (
      foretold REAL PRIMARY KEY,          -- 0 to 1
      came     REAL NOT NULL,             -- 0 to 1, ascending
      accounts INTEGER NOT NULL,          -- of how many it was learned
      days     REAL NOT NULL,             -- how much of the past was held out
      at       INTEGER NOT NULL           -- when it was checked
    ) STRICT, WITHOUT ROWID;
    """
}
