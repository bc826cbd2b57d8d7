extension Schema {
  /// Answers that try somebody out.
  static let trials = """
    -- Days after which a wait is over; null for a wait without an end of its own, and any other answer.
    ALTER TABLE decision ADD COLUMN trial_days INTEGER;
    """
}
