extension Schema {
  /// One post under several names: what each source says of it stays, what follows from all of it is
  /// kept beside it and can be made anew at any time. What each source would have seen of the person's
  /// attention is told apart. Pages of a history are known by keyed digests alone.
  static let joining = """
    -- What sources claim of a post, the same few sets for millions of posts.
    CREATE TABLE claim (
      id     INTEGER PRIMARY KEY,
      claims TEXT NOT NULL UNIQUE,  -- source, thousandths, flags; a line for each source
      is_shown INTEGER NOT NULL CHECK (is_shown IN (0, 1)) -- whatever the person did with the post
    ) STRICT;
    INSERT OR IGNORE INTO claim (id, claims, is_shown) SELECT DISTINCT cast(round(observability * 1000) AS INTEGER) + 1,
      'before ' || cast(round(observability * 1000) AS INTEGER) || ' s', 1 FROM post;

    CREATE TABLE post_known (
      account       INTEGER NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
      id            TEXT NOT NULL,  -- its names as one source tells them, a tab between them
      published     INTEGER,        -- the earliest ever seen; null where no source gives a date
      kind          TEXT NOT NULL,  -- original, reply, repost
      form          TEXT NOT NULL,  -- article, note, video, episode
      words         INTEGER,        -- null where no source holds the whole text
      claim         INTEGER NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
      text          INTEGER NOT NULL REFERENCES post_text (id) DEFERRABLE INITIALLY DEFERRED,
      is_same       INTEGER NOT NULL DEFAULT 0 CHECK (is_same IN (0, 1)), -- another row stands for it
      PRIMARY KEY (account, id)
    ) STRICT, WITHOUT ROWID;
    INSERT OR IGNORE INTO post_known
      SELECT account, pond_post_names(post.id, written_id, link), published, kind, form, words,
        cast(round(observability * 1000) AS INTEGER) + 1, text, 0
      FROM post JOIN post_text ON post_text.id = post.text;
    INSERT OR IGNORE INTO act
      SELECT act.account, pond_post_names(post.id, written_id, link), act.kind, act.at
      FROM act JOIN post ON post.account = act.account AND post.id = act.post
      JOIN post_text ON post_text.id = post.text
      WHERE act.post <> pond_post_names(post.id, written_id, link);
    DELETE FROM act WHERE EXISTS (
      SELECT 1 FROM post JOIN post_text ON post_text.id = post.text
      WHERE post.account = act.account AND post.id = act.post
        AND post.id <> pond_post_names(post.id, written_id, link));
    DROP TABLE post;
    ALTER TABLE post_known RENAME TO post;
    DELETE FROM post_link WHERE text NOT IN (SELECT text FROM post);
    DELETE FROM post_text WHERE id NOT IN (SELECT text FROM post);

    -- Derived: rows of posts for which another row stands, of the same account by whatever name.
    CREATE TABLE same_post (
      account      INTEGER NOT NULL,
      id           TEXT NOT NULL,
      main_account INTEGER NOT NULL,
      main_id      TEXT NOT NULL,   -- the smallest of the names that are one
      PRIMARY KEY (account, id)
    ) STRICT, WITHOUT ROWID;

    -- Derived: which post an act means, where it does not name a row of its own account.
    CREATE TABLE met (
      account      INTEGER NOT NULL,
      post         TEXT NOT NULL,   -- act.post
      main_account INTEGER NOT NULL,
      main_id      TEXT NOT NULL,   -- post.id
      PRIMARY KEY (account, post)
    ) STRICT, WITHOUT ROWID;

    -- Derived: rows of accounts that count for an account of another row.
    CREATE TABLE counts_for (
      account INTEGER PRIMARY KEY,
      kind    TEXT NOT NULL,
      value   TEXT NOT NULL
    ) STRICT;

    -- The secret of this pond file, so that digests of pages are of no use elsewhere.
    CREATE TABLE page_secret (
      secret BLOB NOT NULL
    ) STRICT;
    INSERT INTO page_secret SELECT randomblob(32);

    -- Pages that the person visited or saved, whoever they may turn out to belong to: never an address.
    CREATE TABLE page (
      name  BLOB NOT NULL,          -- the keyed digest of its canonical name, 16 bytes
      above BLOB NOT NULL,          -- 8 bytes for it and each address above it, the host last
      owner INTEGER REFERENCES account (id),  -- whose it is, where the source says so; else null
      kind  TEXT NOT NULL,          -- as act.kind
      at    INTEGER NOT NULL,       -- 0 where the source keeps no time
      account INTEGER,              -- derived: under whom the act stands; null while it is nobody's
      PRIMARY KEY (name, kind, at)
    ) STRICT, WITHOUT ROWID;

    -- When a source with read state was last used: the newest act in it; null where there is none.
    ALTER TABLE document ADD COLUMN last_use INTEGER;
    """
}
