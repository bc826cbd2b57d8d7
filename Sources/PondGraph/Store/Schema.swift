import GRDB

/// What the pond file looks like, as SQL to read from top to bottom.
///
/// A migration is never edited once it was released: a change is a new one at the end. Moments are
/// whole milliseconds since 1970, UTC. The file's `application_id` is "Pond", its `user_version`
/// the number of migrations that it went through.
enum Schema {
  /// "Pond", as SQLite's header carries it.
  static let applicationID: Int32 = 0x506F_6E64

  /// One step of the schema.
  struct Migration {
    /// What it does, in words.
    let sentence: String
    /// The SQL that does it.
    let sql: String
    /// What SQL cannot do, after it.
    var after: (@Sendable (Database) throws -> Void)?
  }

  /// Every step so far, oldest first.
  static let migrations = [
    Migration(sentence: "accounts, what files say of them, posts, acts, the journal", sql: first),
    Migration(sentence: "networks: whose export, attention, profile links, persons", sql: second),
    Migration(sentence: "reviews: the questions that were passed over", sql: reviews),
    Migration(sentence: "what asking over HTTP remembers, settings", sql: asking),
    Migration(sentence: "whose places posts point at", sql: pointing),
    Migration(sentence: "what the last check put right", sql: correcting),
    Migration(
      sentence: "posts under several names, what each source would have seen", sql: joining),
    Migration(sentence: "what was said of posts that were tasted blind", sql: tasting),
    Migration(sentence: "lists that take each other's place, answers that took effect", sql: lists),
    Migration(
      sentence: "what the signals read of an account, gathered once for all looks", sql: observed,
      after: { try ObservedTable($0).deriveAll() }),
    Migration(sentence: "answers that try somebody out for some days", sql: trials),
    Migration(sentence: "what is learned again, cycles, what the person means to do", sql: cycles),
    Migration(sentence: "an index by which posts are found by their words", sql: finding),
    Migration(
      sentence:
        "what was seen kept apart from what a clock that was ahead wrote down, feeds that are gone",
      sql: clocks),
  ]

  /// The tables that a pond file of the newest version has.
  static let tables: Set<String> = [
    "account", "document", "original", "mention", "post", "post_text", "act", "addressed",
    "coverage", "reachability", "decision", "note", "follower", "attention", "profile_link",
    "same_person", "close_ring", "declaration",
    "edge", "skip", "fetch", "host_pause", "setting", "place", "post_link",
    "correction", "claim", "same_post", "met", "counts_for", "page_secret", "page", "tasting",
    "observed", "source", "cycle", "intention",
    "finding", "finding_data", "finding_idx", "finding_config", "indexed_post", "indexed_account",
  ]

  private static let first = """
    -- Whom any file ever named. Rows are never deleted: decisions and posts hang on them.
    CREATE TABLE account (
      id    INTEGER PRIMARY KEY,
      kind  TEXT NOT NULL,          -- feed, newsletter, command, site
      value TEXT NOT NULL,          -- the canonical name within the kind
      UNIQUE (kind, value)
    ) STRICT;

    -- A file that was imported: what it says now replaces what the same path said before.
    CREATE TABLE document (
      id            INTEGER PRIMARY KEY,
      format        TEXT NOT NULL,  -- the importer's name: opml, newsboat-urls, feed
      path          TEXT NOT NULL,  -- absolute
      claims        BLOB NOT NULL,  -- SHA-256 of everything it says of accounts
      document_date INTEGER,        -- when it says it was made; null where it does not say
      followers     INTEGER NOT NULL,
      UNIQUE (format, path)
    ) STRICT;

    -- The bytes of a list that Pond can trim, one row for every version that was imported.
    CREATE TABLE original (
      document      INTEGER NOT NULL REFERENCES document (id),
      sha256        BLOB NOT NULL,  -- of the bytes as they were in the file
      size          INTEGER NOT NULL,
      is_compressed INTEGER NOT NULL CHECK (is_compressed IN (0, 1)),  -- by zlib
      bytes         BLOB NOT NULL,
      is_complete   INTEGER NOT NULL CHECK (is_complete IN (0, 1)),    -- 0: taken with --partial
      document_date INTEGER,        -- when it says it was made; null where it does not say
      imported_at   INTEGER NOT NULL,
      is_current    INTEGER NOT NULL CHECK (is_current IN (0, 1)),     -- the newest of its path
      UNIQUE (document, sha256)
    ) STRICT;
    CREATE UNIQUE INDEX original_current ON original (document) WHERE is_current = 1;

    -- What one file says of one account.
    CREATE TABLE mention (
      document    INTEGER NOT NULL REFERENCES document (id),
      ordinal     INTEGER NOT NULL, -- its place in the file
      account     INTEGER NOT NULL REFERENCES account (id),
      address     TEXT,             -- the feed as written; null for an account without one
      title       TEXT,             -- null where the file gives none
      site        TEXT,             -- the home page as written; null where the file gives none
      folders     TEXT NOT NULL,    -- JSON: an array of paths, each an array of names
      tags        TEXT NOT NULL,    -- JSON: an array of labels
      is_followed INTEGER NOT NULL CHECK (is_followed IN (0, 1)),
      followed_at INTEGER,          -- null where the file does not say since when
      importance  REAL,             -- the person's weight; null where none was given
      PRIMARY KEY (document, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX mention_account ON mention (account);

    -- The words of a post, for a person to read.
    CREATE TABLE post_text (
      id         INTEGER PRIMARY KEY,
      written_id TEXT,              -- as the source writes it; null where it gives none
      link       TEXT,              -- null where no source gives one
      title      TEXT,              -- null for a post without one
      author     TEXT,              -- null where no source says
      excerpt    TEXT               -- null where there is no text
    ) STRICT;

    -- A post, as the model reads it: narrow, so that all of them can be read often. References that
    -- are checked at the commit spare every row a savepoint of its own; what they lead to is
    -- written first.
    CREATE TABLE post (
      account       INTEGER NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
      id            TEXT NOT NULL,  -- canonical within the account
      published     INTEGER,        -- null where no source gives a date
      kind          TEXT NOT NULL,  -- original, reply, repost
      form          TEXT NOT NULL,  -- article, note, video, episode
      words         INTEGER,        -- null where no source holds the whole text
      observability REAL NOT NULL,  -- 0 to 1: the chance that attention left a trace
      text          INTEGER NOT NULL REFERENCES post_text (id) DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (account, id)
    ) STRICT, WITHOUT ROWID;

    -- What the person did. The post need not be known.
    CREATE TABLE act (
      account INTEGER NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
      post    TEXT NOT NULL,        -- post.id; '' for an act towards the account itself
      kind    TEXT NOT NULL,        -- seen, opened, read, watched, liked, starred, saved, …
      at      INTEGER NOT NULL,     -- 0 where the source keeps no time
      PRIMARY KEY (account, post, kind, at)
    ) STRICT, WITHOUT ROWID;

    -- Words of an account addressed to the person.
    CREATE TABLE addressed (
      account INTEGER NOT NULL REFERENCES account (id),
      at      INTEGER NOT NULL,
      PRIMARY KEY (account, at)
    ) STRICT, WITHOUT ROWID;

    -- The stretches of time in which a kind of source showed an account: disjoint.
    CREATE TABLE coverage (
      account INTEGER NOT NULL REFERENCES account (id),
      source  TEXT NOT NULL,        -- the importer's name
      starts  INTEGER NOT NULL,
      ends    INTEGER NOT NULL CHECK (ends >= starts),
      PRIMARY KEY (account, source, starts)
    ) STRICT, WITHOUT ROWID;

    -- The newest word on whether an account can be reached.
    CREATE TABLE reachability (
      account  INTEGER PRIMARY KEY REFERENCES account (id),
      state    TEXT NOT NULL CHECK (state IN ('reached', 'unreachable', 'moved')),
      since    INTEGER,             -- null unless unreachable
      moved_to TEXT,                -- null unless moved
      at       INTEGER NOT NULL
    ) STRICT;

    -- Every answer of the person, in the order given. Nothing is deleted: undo dates it.
    CREATE TABLE decision (
      number        INTEGER PRIMARY KEY,
      account       INTEGER NOT NULL REFERENCES account (id),
      answer        TEXT NOT NULL,  -- keep, thin, archive, let-go, wait, hold
      at            INTEGER NOT NULL,
      reason        TEXT,           -- null where none was given
      evidence_seen TEXT,           -- null where the answer came from a file
      undone_at     INTEGER         -- null while it stands
    ) STRICT;
    CREATE INDEX decision_account ON decision (account);

    -- The person's own words about an account.
    CREATE TABLE note (
      account INTEGER PRIMARY KEY REFERENCES account (id),
      text    TEXT NOT NULL,
      at      INTEGER NOT NULL
    ) STRICT;
    """

  private static let second = """
    -- Whose export a file is, as kind:value; null where nobody said.
    ALTER TABLE document ADD COLUMN owner TEXT;

    -- Who a file says follows the person. Nothing that a verdict is made of reads this.
    CREATE TABLE follower (
      document INTEGER NOT NULL REFERENCES document (id),
      kind     TEXT NOT NULL,
      value    TEXT NOT NULL,       -- the canonical name within the kind
      PRIMARY KEY (document, kind, value)
    ) STRICT, WITHOUT ROWID;

    -- When a file would have kept a trace of attention to accounts of a kind.
    CREATE TABLE attention (
      document      INTEGER NOT NULL REFERENCES document (id),
      kind          TEXT NOT NULL,  -- account.kind
      starts        INTEGER NOT NULL,
      ends          INTEGER NOT NULL CHECK (ends >= starts),
      observability REAL NOT NULL,  -- 0 to 1: the chance that attention left a trace
      PRIMARY KEY (document, kind, starts, ends)
    ) STRICT, WITHOUT ROWID;

    -- An address by which an account says who else it is.
    CREATE TABLE profile_link (
      account INTEGER NOT NULL REFERENCES account (id),
      address TEXT NOT NULL,        -- as written
      proof   TEXT NOT NULL,        -- verified, rel-me, named
      PRIMARY KEY (account, address, proof)
    ) STRICT, WITHOUT ROWID;

    -- Two accounts of one person, as the person who keeps this pond said.
    CREATE TABLE same_person (
      account INTEGER NOT NULL REFERENCES account (id),
      other   INTEGER NOT NULL REFERENCES account (id),
      at      INTEGER NOT NULL,
      PRIMARY KEY (account, other)
    ) STRICT, WITHOUT ROWID;

    -- The close ring that the person chose to stay with.
    CREATE TABLE close_ring (
      account INTEGER PRIMARY KEY REFERENCES account (id),
      at      INTEGER NOT NULL
    ) STRICT;

    -- What the person declared of an account beyond their answers.
    CREATE TABLE declaration (
      account INTEGER NOT NULL REFERENCES account (id),
      word    TEXT NOT NULL,        -- trusted, known-offline, challenges-me, importance
      weight  REAL,                 -- of importance; null for the others
      at      INTEGER NOT NULL,
      PRIMARY KEY (account, word)
    ) STRICT, WITHOUT ROWID;

    -- Who follows or recommends whom, by files of others; the person is no end of it.
    CREATE TABLE edge (
      document INTEGER NOT NULL REFERENCES document (id),
      source   INTEGER NOT NULL REFERENCES account (id),
      target   INTEGER NOT NULL REFERENCES account (id),
      PRIMARY KEY (document, source, target)
    ) STRICT, WITHOUT ROWID;
    """

  private static let reviews = """
    -- Questions of the review that the person passed over. Nothing is deleted: undo dates it.
    CREATE TABLE skip (
      number         INTEGER PRIMARY KEY,
      account        INTEGER NOT NULL REFERENCES account (id),
      at             INTEGER NOT NULL,
      after_decision INTEGER NOT NULL,  -- the newest decision.number then; 0 where there was none
      undone_at      INTEGER            -- null while it stands
    ) STRICT;
    """
}
