extension Rule {
  /// What costs nothing stays, whatever is known of attention (S4); where attention is unknown, so does
  /// what costs too little to ask about.
  static let smallCost = Rule(
    name: "small cost", outcome: "keep",
    paragraph: """
      It posts no more than costs nothing (lambda0, pond explain bar), whatever is known of your \
      attention. Where that is unknown, up to \(Figures.count(Bar.worthAsking)) times as much: \
      under \(Figures.count(Bar.allowance * Bar.worthAsking)) minutes a week are not worth a \
      question.
      """
  ) { readings in
    guard let rate = readings.rate?.mean else { return nil }
    if rate <= readings.bar.freePosts { return (.keep, .free) }
    let unknown = Scarcity.ofAttention(in: readings.statistics)
    guard !unknown.isEmpty, rate <= Bar.worthAsking * readings.bar.freePosts else { return nil }
    return (.keep, .notWorthAsking(unknown))
  }
}
