import Foundation
import PondGraph

/// How the recommendation did on the person's own past, as JSON; `{"check":null}` where too little
/// is known.
struct CheckJSON: Encodable {
  struct Interval: Encodable {
    let low: Double
    let high: Double

    init(_ range: ClosedRange<Double>) {
      low = range.lowerBound
      high = range.upperBound
    }
  }

  struct SameReading: Encodable {
    let captured: Double
    @Nullable var interval: Interval?
    @Nullable var lead: Interval?
    let voices: Double
  }

  struct Score: Encodable {
    let name: String
    let sameReading: SameReading
    let captured: Double
    let voices: Double
    @Nullable var interval: Interval?
    @Nullable var lead: Interval?
    let accounts: Int
    let postsPerWeek: Double
  }

  struct Bin: Encodable {
    let foretold: Double
    let came: Double
    let posts: Int
  }

  struct Calibration: Encodable {
    let posts: Int
    let logLoss: Double
    let rawLogLoss: Double
    let constantLogLoss: Double
    @Nullable var correctedLogLoss: Double?
    @Nullable var gain: Interval?
    let putsRight: Bool
    let bins: [Bin]
  }

  struct Body: Encodable {
    let moment: Date
    let days: Double
    let accounts: Int
    let size: Int
    let minutesPerDay: Double
    let readingShare: Double
    let worth: Double
    let postsPerWeek: Double
    let scores: [Score]
    @Nullable var postsSparedPerLoss: Double?
    let certificate: Double
    let paidForDiversity: Double
    let stillChosen: Int
    let chosenAnew: Int
    @Nullable var calibration: Calibration?
  }

  @Nullable var check: Body?

  init(_ past: PastCheck?) {
    check = past.map(Body.init)
  }
}

extension CheckJSON.Body {
  init(_ past: PastCheck) {
    self.init(
      moment: past.moment, days: past.days, accounts: past.accounts, size: past.size,
      minutesPerDay: past.minutesPerDay, readingShare: past.readingShare, worth: past.worth,
      postsPerWeek: past.postsPerWeek,
      scores: past.scores.map { score in
        CheckJSON.Score(
          name: score.name,
          sameReading: CheckJSON.SameReading(
            captured: score.sameReading.captured,
            interval: score.sameReading.interval.map(CheckJSON.Interval.init),
            lead: score.sameReading.lead.map(CheckJSON.Interval.init),
            voices: score.sameReading.voices),
          captured: score.captured, voices: score.voices,
          interval: score.interval.map(CheckJSON.Interval.init),
          lead: score.lead.map(CheckJSON.Interval.init), accounts: score.accounts,
          postsPerWeek: score.postsPerWeek)
      },
      postsSparedPerLoss: past.postsSparedPerLoss, certificate: past.certificate,
      paidForDiversity: past.paidForDiversity, stillChosen: past.stillChosen,
      chosenAnew: past.chosenAnew,
      calibration: past.calibration.map { calibration in
        CheckJSON.Calibration(
          posts: calibration.posts, logLoss: calibration.logLoss,
          rawLogLoss: calibration.rawLogLoss, constantLogLoss: calibration.constantLogLoss,
          correctedLogLoss: calibration.correctedLogLoss,
          gain: calibration.gain.map(CheckJSON.Interval.init), putsRight: calibration.putsRight,
          bins: calibration.bins.map {
            CheckJSON.Bin(foretold: $0.foretold, came: $0.came, posts: $0.posts)
          })
      })
  }
}
