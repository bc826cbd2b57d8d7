/// What an account gives and what it costs in attention, in items a week (model §2).
package struct SignalAndNoise: Hashable, Sendable {
  /// s = E[λ]·E[p]: items worth attention, a week.
  package let signal: Double
  /// ν = E[λ]·(1 − E[p]): items that came to nothing, a week.
  package let noise: Double

  /// Reads the two posteriors.
  package init(rate: PostingRate, share: EngagedShare) {
    let mean = share.mean
    signal = rate.mean * mean
    noise = rate.mean * (1 - mean)
  }

  /// The paragraph that `pond explain` prints.
  package static var explanation: String {
    """
    Posts a week:   lambda ~ Gamma(alpha + n, beta + W)
    Traced share:   q ~ Beta(a + k, b + n - k)
    Engaged share:  p = min(1, q/o), where o is the chance that your attention
                    leaves a trace in the sources that were read
      signal = E[lambda] E[p]         items a week that were worth attention
      noise  = E[lambda] (1 - E[p])   items a week that came to nothing
    The priors (a, b) and (alpha, beta) are learnt from your own accounts, those
    whom you follow and those whom you let go, never touched or not, for each kind
    of source and then each folder; who is merely known from a file moves nothing.
    With nothing to learn from they are (\(Figures.decimal(Prior.fallback.share.a, 1)), \
    \(Figures.count(Prior.fallback.share.b))) and \
    (\(Figures.decimal(Prior.fallback.rate.shape, 1)), \(Figures.count(Prior.fallback.rate.rate))).
    """
  }
}
