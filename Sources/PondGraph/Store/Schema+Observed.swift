extension Schema {
  /// What the signals read of an account, gathered once for all looks.
  static let observed = """
    -- Derived: what all posts and acts of an account come to, made anew whenever something is learned of
    -- it. One row for those that count together, under the smallest of their rows.
    CREATE TABLE observed (
      account INTEGER PRIMARY KEY REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
      gathered BLOB NOT NULL         -- as ObservedColumn writes it
    ) STRICT;
    """
}
