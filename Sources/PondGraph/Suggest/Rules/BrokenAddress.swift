extension Rule {
  /// An address that is broken or has moved is a task, no judgement: that Pond could not look is
  /// never silence (I6).
  static let brokenAddress = Rule(
    name: "broken address", outcome: "repair",
    paragraph: """
      Its address is broken or has moved; the new one is offered where it is known. That it could \
      not be reached is never taken for silence.
      """
  ) { readings in
    switch readings.reachability {
    case .unreachable(let since): (.repair, .unreachable(since: since))
    case .gone(let since): (.repair, .gone(since: since))
    case .moved(let address): (.repair, .moved(to: address))
    case .reached, nil: nil
    }
  }
}
