import Foundation
import PondGraph

/// How a list stands to the older ones, and who left with it, for a person.
struct SuccessionText {
  private let report: Pond.ImportReport
  private let limit: Int
  private var succession: ImportSummary.Succession { report.summary.succession }

  /// - Parameter limit: how many names are told; 0 for all.
  init(_ report: Pond.ImportReport, limit: Int) {
    self.report = report
    self.limit = limit
  }

  /// The lines; none for an input that changed nothing in whom the person follows.
  var lines: [String] { place + narrow + undecided + done + range }

  private var place: [String] {
    let moved = "\(Words.count(succession.left, "account")) left, \(succession.came) came"
    if let older = succession.replaced.first {
      return ["  takes the place of \(name(older)): \(moved)"]
    }
    if let newer = succession.newer {
      return ["  \(name(newer)) is newer and counts in its place; --beside lets both count"]
    }
    guard report.summary.unlisted > 0 else { return [] }
    return [
      "  \(Words.count(report.summary.unlisted, "account")) of the earlier list "
        + "\(report.summary.unlisted == 1 ? "stands" : "stand") in it no more"
    ]
  }

  private var narrow: [String] {
    guard let older = succession.narrowerThan, let narrowness = succession.narrowness else {
      return []
    }
    switch narrowness {
    case .since(let date):
      return [
        "  NOT THE WHOLE LIST: it names only whom you followed since \(Moment.day(date)), so nobody",
        "  of the earlier list left. Export again and choose All time; if this is everybody, say so:",
        "  pond import --replaces \(Sanitize.line(older)) \(Sanitize.line(report.path))",
      ]
    case .part(let count):
      return [
        "  taken for a part of \(name(older)): it holds fewer than half of its "
          + "\(Words.count(count, "account")) and nobody new,",
        "  so nobody left. If it is the whole list, say so:",
        "  pond import --replaces \(Sanitize.line(older)) \(Sanitize.line(report.path))",
      ]
    }
  }

  private var undecided: [String] {
    guard !succession.undecided.isEmpty else { return [] }
    let most = limit == 0 ? succession.undecided.count : limit
    let names = succession.undecided.prefix(most).map { gone in
      "    \(Sanitize.line(gone.title ?? gone.account.shown))"
    }
    let rest = succession.undecided.count - names.count
    return ["  left without a decision of yours, and followed no more:"] + names
      + (rest > 0 ? ["    and \(rest) more (--verbose names all)"] : [])
  }

  private var done: [String] {
    guard succession.done > 0 else { return [] }
    return [
      "  \(Words.count(succession.done, "decision")) of yours took effect (pond journal marks them)"
    ]
  }

  private var range: [String] {
    guard let oldest = succession.mayBeginAt else { return [] }
    return [
      "  this export may cover only whom you followed since \(Moment.day(oldest)): there is no older",
      "  follow in it. \(report.format.capitalized) exports a range of time unless All time is chosen.",
    ]
  }

  // The last part of a path says enough, unless both lists have it.
  private func name(_ path: String) -> String {
    let last = { (path: String) in path.split(separator: "/").last.map(String.init) ?? path }
    return Sanitize.line(last(path) == last(report.path) ? path : last(path))
  }
}
