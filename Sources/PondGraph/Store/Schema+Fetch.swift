extension Schema {
  /// What asking over HTTP remembers, and what the person set.
  static let asking = """
    -- What is remembered of asking for one part of an account.
    CREATE TABLE fetch (
      account           INTEGER NOT NULL REFERENCES account (id),
      part              TEXT NOT NULL,    -- feed, home, blogroll
      validated_address TEXT,             -- who gave the validators; null where there are none
      etag              BLOB,             -- as sent; null where none was
      last_modified     BLOB,             -- as sent; null where none was
      asked_at          INTEGER NOT NULL,
      good_at           INTEGER,          -- null where it never answered well
      whole_at          INTEGER,          -- null where it never came whole
      failures          INTEGER NOT NULL, -- in a row
      failing_since     INTEGER,          -- null while it answers well
      trouble           TEXT,             -- null while it answers well
      words             TEXT,             -- what went wrong, for a person; null while nothing does
      due_at            INTEGER NOT NULL,
      not_before        INTEGER NOT NULL,
      moved_to          TEXT,             -- null where it does not say that it moved for good
      moved_times       INTEGER NOT NULL, -- runs in a row that said so
      gone_at           INTEGER,          -- null unless it said that it is gone for good
      PRIMARY KEY (account, part)
    ) STRICT, WITHOUT ROWID;

    -- Servers that asked for patience.
    CREATE TABLE host_pause (
      host  TEXT PRIMARY KEY,
      until INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- What the person set.
    CREATE TABLE setting (
      name  TEXT NOT NULL,                -- allowed-host
      value TEXT NOT NULL,
      PRIMARY KEY (name, value)
    ) STRICT, WITHOUT ROWID;
    """
}
