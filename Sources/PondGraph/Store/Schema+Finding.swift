extension Schema {
  /// The index by which `pond who` finds, made when it is first asked for and brought up to date before
  /// every answer (`FindingIndex`).
  static let finding = """
    -- Which posts hold which words: of a word no more than its keyed digest, of a text nothing. Its rows
    -- are those of post_text. No larger pages than fit beside a checksum.
    \(findingTable);
    INSERT INTO finding (finding, rank) VALUES ('pgsz', \(findingPage));

    -- The rows of words that the index holds.
    CREATE TABLE indexed_post (
      text    INTEGER PRIMARY KEY,  -- post_text.id
      account INTEGER NOT NULL,
      main    INTEGER               -- the text of the row that stands for the post; null for itself
    ) STRICT;

    -- The accounts of which it holds every post. Whoever learns something of one takes it out.
    CREATE TABLE indexed_account (
      account INTEGER PRIMARY KEY,
      posts   INTEGER NOT NULL      -- each once, by however many sources it is known
    ) STRICT;
    """

  private static let findingTable = """
    CREATE VIRTUAL TABLE finding USING fts5 (
      words, content='', columnsize=0, detail=none, tokenize='ascii')
    """

  /// The size of a page of the index: with SQLite's own of 4,050 a full one would spill over, for a sum
  /// stands behind every page of the file.
  static let findingPage = 4_000
}
