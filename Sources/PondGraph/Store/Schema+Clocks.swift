extension Schema {
  /// What was seen, kept apart from what a clock that was ahead wrote down; feeds that said that they are gone.
  static let clocks = """
    -- The stretches of time in which a kind of source showed an account: disjoint, for each quarter of a
    -- year in which they end.
    CREATE TABLE coverage_apart (
      account INTEGER NOT NULL REFERENCES account (id),
      source  TEXT NOT NULL,        -- the importer's name
      starts  INTEGER NOT NULL,
      ends    INTEGER NOT NULL CHECK (ends >= starts),
      PRIMARY KEY (account, source, starts, ends)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO coverage_apart SELECT account, source, starts, ends FROM coverage;
    DROP TABLE coverage;
    ALTER TABLE coverage_apart RENAME TO coverage;

    -- The newest word on whether an account can be reached.
    CREATE TABLE reachability_told (
      account  INTEGER PRIMARY KEY REFERENCES account (id),
      state    TEXT NOT NULL CHECK (state IN ('reached', 'unreachable', 'gone', 'moved')),
      since    INTEGER,             -- null unless unreachable or gone
      moved_to TEXT,                -- null unless moved
      at       INTEGER NOT NULL
    ) STRICT;
    INSERT INTO reachability_told
      SELECT account, CASE WHEN state = 'unreachable' AND account IN
          (SELECT account FROM fetch WHERE part = 'feed' AND gone_at IS NOT NULL)
        THEN 'gone' ELSE state END, since, moved_to, at
      FROM reachability;
    DROP TABLE reachability;
    ALTER TABLE reachability_told RENAME TO reachability;
    """
}
