import Foundation
import Testing

@testable import PondGraph

/// The special functions held against SciPy 1.17, and where it converges mpmath, to 1e-10.
@Suite("Distributions")
struct DistributionTests {
  private static func agrees(_ value: Double, _ expected: Double, within: Double = 1e-10) -> Bool {
    abs(value - expected) <= within * abs(expected) + 1e-300
  }

  static let logGammas: [(x: Double, value: Double, digamma: Double, trigamma: Double)] = [
    (0.001, 6.907178885383853, -1000.5755719318103, 1000001.6425331959),
    (0.05, 2.968879201051731, -20.49784499129987, 401.53235734211506),
    (0.3, 1.0957979948180756, -3.502524222200133, 12.245364546107734),
    (0.5, 0.5723649429247, -1.9635100260214235, 4.93480220054468),
    (0.9, 0.06637623973474327, -0.7549269499470516, 1.9225399594772041),
    (1.3, -0.10817480950786049, -0.16919088886679962, 1.1342534349966191),
    (1.7, -0.09580769740706585, 0.20854787487349394, 0.7932328301639984),
    (2.5, 0.2846828704729192, 0.7031566406452432, 0.4903577561002349),
    (3.75, 1.4868155785934172, 1.1825373886117962, 0.3053398526902532),
    (7.2, 6.95684807988834, 1.9030321442701752, 0.14897878164889405),
    (9.99, 12.779315214350195, 2.250700372831201, 0.10527695014824176),
    (10.0, 12.801827480081469, 2.251752589066721, 0.10516633568168576),
    (12.5, 18.73434751193645, 2.4851956512749123, 0.08328522460157839),
    (33.3, 82.60372358165493, 3.490467238520243, 0.03048544409533889),
    (170.6, 704.5180371279987, 5.136387939451594, 0.005878877836083858),
    (5000.25, 37584.7555952329, 8.51714319183303, 0.00020000999983325836),
    (1000000.0, 12815504.569147611, 13.81551005796419, 1.0000005000001667e-06),
  ]

  @Test("ln gamma, digamma and trigamma are SciPy's", arguments: logGammas)
  func logGamma(x: Double, value: Double, digamma: Double, trigamma: Double) {
    let found = LogGamma(x)
    #expect(Self.agrees(found.value, value, within: 1e-11))
    #expect(Self.agrees(found.digamma, digamma, within: 1e-11))
    #expect(Self.agrees(found.trigamma, trigamma, within: 1e-11))
  }

  static let incompleteBetas: [(a: Double, b: Double, x: Double, below: Double)] = [
    (0.5, 2.0, 0.1, 0.45853026072441494),
    (0.5, 2.0, 0.9, 0.9961174629530394),
    (0.1, 0.1, 0.5, 0.4999999999999999),
    (0.25, 3781.0, 1e-06, 0.2733642456118553),
    (0.25, 3781.0, 0.001, 0.9980139287511639),
    (2.0, 3.0, 0.4, 0.5247999999999999),
    (1.0, 1.0, 0.37, 0.37),
    (3.7, 12.4, 0.088, 0.05821477233942999),
    (30.2, 4000.9, 0.0075, 0.5263452685103609),
    (30.2, 4000.9, 0.02, 0.9999999999708786),
    (1200.5, 800.25, 0.6, 0.4978757118567331),
    (1200.5, 800.25, 0.5, 1.3493845214832925e-19),
    (20000.0, 30000.0, 0.401, 0.6761340986578456),
    (0.5, 0.5, 1e-12, 6.366197723676875e-07),
    (5.0, 0.1, 0.999, 0.38710164062500535),
    (50.0, 2.0, 0.5, 2.3092638912203256e-14),
  ]

  @Test("the incomplete beta function is SciPy's", arguments: incompleteBetas)
  func incompleteBeta(a: Double, b: Double, x: Double, below: Double) {
    #expect(Self.agrees(BetaDistribution(a: a, b: b).chanceBelow(x), below))
  }

  static let betaLogOdds: [(a: Double, b: Double, chance: Double, odds: Double)] = [
    (0.5, 2.0, 0.05, -6.800540781878987),
    (0.5, 2.0, 0.95, 0.6560483794411381),
    (0.1, 29.9, 0.05, -33.83878860994644),
    (0.1, 29.9, 0.95, -3.9168737732982994),
    (2.0, 3.0, 0.5, -0.465307191608478),
    (3.7, 12.4, 0.05, -2.395505864800995),
    (30.2, 4000.9, 0.05, -5.2149498828663985),
    (30.2, 4000.9, 0.95, -4.609815521152702),
    (1200.5, 800.25, 0.05, 0.3308132772523741),
    (1200.5, 800.25, 0.95, 0.48097896254146577),
    (50.0, 0.3, 0.05, 3.5746538127444145),
    (50.0, 0.3, 0.9, 11.94062785071693),
  ]

  @Test("the quantiles of a share, as log-odds, are SciPy's", arguments: betaLogOdds)
  func betaQuantiles(a: Double, b: Double, chance: Double, odds: Double) {
    let share = BetaDistribution(a: a, b: b)
    #expect(Self.agrees(share.logOdds(atChance: chance), odds))
    #expect(Self.agrees(share.chanceBelow(share.share(atChance: chance)), chance, within: 1e-9))
  }

  static let incompleteGammas: [(a: Double, x: Double, below: Double, above: Double, at: Double)] =
    [
      (0.1, 1e-05, 0.3323984050405033, 0.6676015949594967, 3323.953832499026),
      (0.5, 0.2, 0.4729107431344619, 0.5270892568655381, 1.0328830949345567),
      (0.5, 12.0, 0.9999990366429914, 9.633570086430946e-07, 1.0006925298337048e-06),
      (1.0, 1.0, 0.6321205588285577, 0.36787944117144233, 0.36787944117144233),
      (3.3, 2.2, 0.308579917021256, 0.691420082978744, 0.2531820081599581),
      (3.3, 9.9, 0.995393219322484, 0.004606780677515982, 0.003645474890780381),
      (25.0, 14.0, 0.005019892618627107, 0.9949801073813729, 0.004307689974484869),
      (25.0, 40.0, 0.9955173434344268, 0.004482656565573204, 0.0019273245151833762),
      (150.0, 150.0, 0.5108582297493597, 0.4891417702506403, 0.03255540945683655),
      (2500.5, 2400.0, 0.021143440847376148, 0.9788565591526238, 0.0010431396958614943),
      (20000.0, 20300.0, 0.9827064487220966, 0.017293551277903448, 0.0002995212433265711),
      (1000000.0, 1000000.0, 0.5001329807608725, 0.4998670192391274, 0.00039894224715624404),
    ]

  @Test("the incomplete gamma functions and the density are SciPy's", arguments: incompleteGammas)
  func incompleteGamma(a: Double, x: Double, below: Double, above: Double, at density: Double) {
    // A rate of 2 halves the place and doubles the density.
    let values = GammaDistribution(shape: a, rate: 2)
    #expect(Self.agrees(values.chanceBelow(x / 2), below))
    #expect(Self.agrees(values.chanceAbove(x / 2), above))
    #expect(Self.agrees(values.density(at: x / 2), 2 * density))
  }

  static let gammaQuantiles: [(a: Double, chance: Double, value: Double)] = [
    (0.1, 0.05, 5.930711291414248e-14),
    (0.1, 0.95, 0.5804351053231342),
    (0.5, 0.05, 0.001966070000009761),
    (0.5, 0.95, 1.920729410347062),
    (3.3, 0.05, 0.9750737827704061),
    (3.3, 0.5, 2.9733217820207534),
    (25.0, 0.95, 33.7524032747706),
    (2500.5, 0.05, 2418.821520789321),
    (20000.0, 0.95, 20233.1845562359),
  ]

  @Test("the quantiles of a rate are SciPy's", arguments: gammaQuantiles)
  func gammaQuantile(a: Double, chance: Double, value: Double) {
    let values = GammaDistribution(shape: a, rate: 0.25)
    #expect(Self.agrees(values.value(atChance: chance), 4 * value))
  }

  @Test("the quadrature is exact for the polynomials that it promises")
  func quadrature() {
    let rule = Quadrature(count: 6)
    for degree in 0...11 {
      let sum = rule.nodes.reduce(0) { $0 + $1.weight * pow($1.place, Double(degree)) }
      #expect(Self.agrees(sum, 1 / Double(degree + 1), within: 1e-13))
    }
  }

  @Test("shares and rates of nothing are held at the smallest weight, and nothing traps")
  func degenerate() {
    #expect(BetaDistribution(a: 0, b: -1).mean.isFinite)
    #expect(BetaDistribution(a: 2, b: 2).chanceBelow(-1) == 0)
    #expect(BetaDistribution(a: 2, b: 2).chanceBelow(2) == 1)
    #expect(GammaDistribution(shape: 3, rate: 1).chanceBelow(0) == 0)
    #expect(GammaDistribution(shape: 3, rate: 1).density(at: -1) == 0)
  }
}
