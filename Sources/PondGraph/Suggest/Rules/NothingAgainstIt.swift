extension Rule {
  /// The benefit of the doubt: what nothing speaks against strongly enough stays.
  static let nothingAgainstIt = Rule(
    name: "nothing against it", outcome: "keep",
    paragraph: """
      Nothing speaks against it strongly enough. What is kept may still not fit your limits: then \
      the plan says so.
      """
  ) { _ in (.keep, .standing) }
}
