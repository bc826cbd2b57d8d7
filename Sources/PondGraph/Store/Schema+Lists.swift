extension Schema {
  /// Which lists count, what a decision asks for beyond its word, and when it took effect.
  static let lists = """
    -- What the list calls itself; null where it does not say.
    ALTER TABLE document ADD COLUMN title TEXT;
    -- The id by which the list names itself or its owner (OPML's ownerId); null where it has none.
    ALTER TABLE document ADD COLUMN own_id TEXT;
    -- When it last said something new of accounts; null for one that an older Pond learned.
    ALTER TABLE document ADD COLUMN learned_at INTEGER;
    -- The newer list that took its place; null while it counts.
    ALTER TABLE document ADD COLUMN replaced_by INTEGER REFERENCES document (id);
    -- 1 for a list that the person left out: nothing that it said of accounts is kept.
    ALTER TABLE document ADD COLUMN is_forgotten INTEGER NOT NULL DEFAULT 0;
    -- Where the account is to be read from now on; null unless the answer is repair.
    ALTER TABLE decision ADD COLUMN new_address TEXT;
    -- How many posts a week it had when the answer was given; null where that was not known.
    ALTER TABLE decision ADD COLUMN posts_per_week REAL;
    -- When a newer list showed that the answer took effect; null as long as none does.
    ALTER TABLE decision ADD COLUMN done_at INTEGER;
    """
}
