import Foundation
import PondGraph

/// The figures of a question, which stand behind a key: of a source with their interval and window,
/// of a human being nothing that rates (R2).
struct FigureRows {
  let question: Pond.Question
  /// Whether weeks are drawn as small columns, or told in words alone.
  var isDrawn = true

  private var assessment: Assessment { question.overview.assessment }
  private var isSomebody: Bool { question.overview.account.key.kind.isPerson }

  /// The parts in their order.
  var parts: [QuestionRows.Part] {
    [volume] + weeks + [reading, seen] + (isSomebody ? [nobodysScore] : figures)
  }

  private var volume: QuestionRows.Part {
    QuestionRows.Part(label: "Posts a week", lines: ["\(figure(assessment.postsPerWeek))\(spread)"])
  }

  private var spread: String {
    guard let interval = assessment.postsPerWeekInterval else { return "" }
    let (low, high) = (Words.figure(interval.lowerBound), Words.figure(interval.upperBound))
    return " (\(low) to \(high), nine chances in ten)"
  }

  private var weeks: [QuestionRows.Part] {
    let row = Sparkline().row(question.weeks, columns: question.weeks.count)
    let most = question.weeks.compactMap { $0 }.max()
    let said = most.map { "at most \(Words.count($0, "post")) in a week" } ?? "nobody looked"
    guard isDrawn else { return [QuestionRows.Part(label: "Half a year", lines: [said])] }
    return [
      QuestionRows.Part(label: "Half a year", lines: ["|\(row)|  \(said)"], isCut: true),
      QuestionRows.Part(label: "", lines: [Self.scale]),
    ]
  }

  /// What the columns mean, the same for every account.
  static var scale: String {
    let steps = Sparkline.steps.map { least in
      let sign = Sparkline().row([least], columns: 1)
      return least == 0 ? "\(sign) none" : "\(sign) \(least)"
    }
    return steps.joined(separator: "  ") + " or more; blank: not seen"
  }

  private var reading: QuestionRows.Part {
    let minutes = assessment.minutesPerWeek.map { "\(Words.figure($0)) minutes a week" }
    return QuestionRows.Part(label: "Reading it all", lines: [minutes ?? "nothing to say"])
  }

  private var seen: QuestionRows.Part {
    guard let window = assessment.window else {
      return QuestionRows.Part(label: "Seen", lines: ["It was never looked at."])
    }
    let days = "\(Moment.day(window.from)) to \(Moment.day(window.to))"
    return QuestionRows.Part(
      label: "Seen", lines: ["\(days), \(Words.count(assessment.posts, "post"))"])
  }

  private var nobodysScore: QuestionRows.Part {
    QuestionRows.Part(
      label: "No score", lines: ["A human being gets none. What there is to weigh stands in words."]
    )
  }

  private var figures: [QuestionRows.Part] {
    [
      QuestionRows.Part(
        label: "Signal, noise",
        lines: ["\(figure(assessment.signal)) and \(figure(assessment.noise)) a week"]),
      QuestionRows.Part(label: "Signal to noise", lines: [ratio]),
      QuestionRows.Part(label: "The bar", lines: [bar]),
    ]
  }

  private var ratio: String {
    guard let snr = assessment.snr else { return "too little to say" }
    let range = "\(Words.decibel(snr.low)) to \(Words.decibel(snr.high))"
    return "\(Words.decibel(snr.mean)) dB (\(range), nine chances in ten)"
  }

  private var bar: String {
    guard let required = assessment.requiredShare else { return "nothing to say" }
    let share =
      assessment.actualShare.map { "for you it is \(Words.percent($0))" } ?? "yours is unknown"
    let bar = required > 0 ? "\(Words.percent(required)) of its posts" : "none"
    return "\(bar) at this volume; \(share)"
  }

  private func figure(_ value: Double?) -> String { value.map(Words.figure) ?? "nothing to say" }
}
