extension Rule {
  /// Words that go both ways need no volume, and no volume outweighs them (S3).
  static let wordsBothWays = Rule(
    name: "words both ways", outcome: "keep",
    paragraph: """
      Words go both ways in at least \(Ladder.mutual) separate weeks. That needs no volume, and no \
      volume outweighs it.
      """
  ) { readings in
    readings.ladder.rung >= .conversing ? (.keep, .conversing) : nil
  }
}
