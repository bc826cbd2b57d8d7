import Foundation
import PondGraph

/// How the recommendation did on the person's own past.
struct CheckText {
  let check: PastCheck
  let width: Int

  /// The lines.
  var lines: [String] {
    heading + [""] + table + [""] + findings + [""] + calibration + limits
  }

  private var heading: [String] {
    Words.wrap(
      "As of \(Moment.day(check.moment)), with what was known then: room for "
        + "\(Words.count(check.size, "account")) of \(check.accounts) and "
        + "\(Words.figure(check.minutesPerDay)) minutes a day. Since then "
        + "\(Words.figure(check.worth)) items were worth your attention.", to: width)
      + [""]
      + Words.wrap(
        "At the same reading: each takes accounts in its own order of choice until "
          + "\(Words.percent(check.readingShare)) of what really came is read, the last one in part. In the "
          + "room: each takes what it foresaw to fit, and reads what that turns out to be.",
        to: width)
  }

  private var table: [String] {
    let over =
      Width.pad("", to: 19) + Width.pad("at the same reading", to: 33, alignedRight: true)
      + Width.pad("in the room", to: 26, alignedRight: true)
    let head =
      Width.pad("", to: 19) + Width.pad("kept", to: 7, alignedRight: true)
      + Width.pad("nine in ten", to: 13, alignedRight: true)
      + Width.pad("pond's lead", to: 13, alignedRight: true)
      + Width.pad("kept", to: 9, alignedRight: true)
      + Width.pad("voices", to: 8, alignedRight: true)
      + Width.pad("a week", to: 9, alignedRight: true)
    return [over, head] + check.scores.map(row)
  }

  private func row(_ score: PastCheck.Score) -> String {
    let same = score.sameReading
    return Width.pad(score.name, to: 19)
      + Width.pad(Words.percent(same.captured), to: 7, alignedRight: true)
      + Width.pad(same.interval.map(range) ?? "–", to: 13, alignedRight: true)
      + Width.pad(same.lead.map(points) ?? "", to: 13, alignedRight: true)
      + Width.pad(Words.percent(score.captured), to: 9, alignedRight: true)
      + Width.pad(Words.percent(score.voices), to: 8, alignedRight: true)
      + Width.pad(Words.figure(score.postsPerWeek), to: 9, alignedRight: true)
  }

  private var findings: [String] {
    let size = check.scores.first?.accounts ?? 0
    var text =
      "Of \(Words.count(size, "account")) chosen then, \(Words.grouped(check.stillChosen)) would still "
      + "be in the close ring today, for it changes only for a reason; chosen anew, "
      + "\(Words.grouped(check.chosenAnew)). Its variety cost "
      + "\(Words.figure(check.paidForDiversity * 100)) in 100 of what it gave by the estimates. "
    if let spared = check.postsSparedPerLoss {
      text +=
        "For each item it would have cost you, the pond would have spared you "
        + "\(Words.figure(spared)) posts. "
    }
    text +=
      "Its choice gave at least \(Words.atLeast(check.certificate)) of the most there "
      + "could be by what was known."
    return Words.wrap(text, to: width)
  }

  private var calibration: [String] {
    guard let calibration = check.calibration else { return [] }
    let text =
      "Whether you would engage with each of \(Words.count(calibration.posts, "later post")), foretold: log-loss "
      + "\(Words.figure(calibration.logLoss)); by raw ratios \(Words.figure(calibration.rawLogLoss)); "
      + "by one share for all \(Words.figure(calibration.constantLogLoss))\(corrected(calibration)). "
      + "Smaller is better."
    let bins = calibration.bins.map {
      "  foretold \(Width.pad(Words.percent($0.foretold), to: 6, alignedRight: true))"
        + "  came \(Width.pad(Words.percent($0.came), to: 6, alignedRight: true))"
        + "  of \(Words.count($0.posts, "post"))"
    }
    return Words.wrap(text, to: width) + bins + [""]
      + Words.wrap(correction(calibration), to: width)
      + [""]
  }

  private func correction(_ calibration: Calibration) -> String {
    guard let gain = calibration.gain else {
      return "A correction of what was foretold would follow the chances of "
        + "\(Words.count(calibration.accounts, "account")): it takes \(Calibration.fewestCorrected), "
        + "so your shares are shown as they are."
    }
    let range = "\(signed(gain.lowerBound)) to \(signed(gain.upperBound)), nine in ten"
    return calibration.putsRight
      ? "Corrected, what was foretold of other accounts comes closer (log-loss lower by \(range)): "
        + "pond why shows your shares put right by it, until the next check."
      : "Corrected, what was foretold of other accounts does not surely come closer (log-loss lower "
        + "by \(range)): your shares are shown as they are."
  }

  private func signed(_ value: Double) -> String {
    let text = Words.figure(abs(value))
    return value < 0 && text != "0" ? "−" + text : text
  }

  private func corrected(_ calibration: Calibration) -> String {
    calibration.correctedLogLoss.map { "; corrected by the other half \(Words.figure($0))" } ?? ""
  }

  private var limits: [String] {
    Words.wrap(
      "What this cannot know: what you engage with is not all that is worth it to you, and only "
        + "accounts you followed could be seen.", to: width)
  }

  private func range(_ interval: ClosedRange<Double>) -> String {
    "\(Words.whole(interval.lowerBound * 100))–\(Words.whole(interval.upperBound * 100))%"
  }

  private func points(_ interval: ClosedRange<Double>) -> String {
    let ends = [interval.lowerBound, interval.upperBound].map { end in
      let text = Words.decibel(end * 100)
      return text.hasPrefix("−") || text == "0" ? text : "+" + text
    }
    return "\(ends[0]) to \(ends[1])"
  }
}
