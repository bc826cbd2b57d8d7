extension Schema {
  /// What the loop remembers between two sittings.
  static let cycles = """
    -- What the person gave Pond to learn, as they named it.
    CREATE TABLE source (
      path          TEXT PRIMARY KEY,  -- absolute
      format        TEXT,              -- the format that they said it has; null where the bytes told
      me            TEXT,              -- who they said they are in it; null where they did not
      owner         TEXT,              -- whose export they said it is; null for their own
      takes_partial INTEGER NOT NULL CHECK (takes_partial IN (0, 1)),
      learned_at    INTEGER NOT NULL,
      stamp         TEXT NOT NULL      -- kind, sizes and times of change, as the disk told them then
    ) STRICT, WITHOUT ROWID;

    -- Sittings with the whole pond.
    CREATE TABLE cycle (
      number          INTEGER PRIMARY KEY,
      begun_at        INTEGER NOT NULL,
      step            TEXT NOT NULL,   -- what comes next: sources, fetch, news, reflect, review, …
      ended_at        INTEGER,         -- null while it is under way
      accounts        INTEGER,         -- whom the person followed at its end; null before
      unseen          INTEGER,         -- of how many of them nothing was known; null before
      posts_per_week  REAL,            -- of the others; null before, and where none was known
      minutes_per_day REAL,            -- likewise null
      close           INTEGER          -- who stood in the close ring of the plan; null before
    ) STRICT;

    -- What the person means to do, and what they said of it since. Nothing is deleted: undo dates it.
    CREATE TABLE intention (
      number         INTEGER PRIMARY KEY,
      about          INTEGER REFERENCES intention (number),  -- what this is said of; null for a new one
      word           TEXT NOT NULL,     -- meant, done, dropped
      account        INTEGER REFERENCES account (id),        -- null for nobody in particular
      text           TEXT,              -- null where it is said of another one
      due            INTEGER,           -- null where no day was named
      at             INTEGER NOT NULL,
      after_decision INTEGER NOT NULL,  -- the newest decision.number then; 0 where there was none
      undone_at      INTEGER            -- null while it stands
    ) STRICT;
    """
}
