import ArgumentParser
import Foundation
import PondGraph

/// A cycle, step by step. Each step is the command that does it elsewhere, so that there is one place
/// for what it does and says; a step that was ended is written down before the next one begins.
struct CycleWalk {
  private let file: Pond
  private let pond: PondOptions
  private let isPlain: Bool
  private let folder: String
  private let lines = AskedLines()

  init(_ file: Pond, pond: PondOptions, isPlain: Bool, folder: String) {
    self.file = file
    self.pond = pond
    self.isPlain = isPlain
    self.folder = folder
  }

  /// How a step ended.
  private enum Ending {
    /// It is done, or the person goes on without it.
    case done
    /// Something in it could not be done; the cycle goes on.
    case partly
    /// The person leaves the cycle at it.
    case left
  }

  /// Walks on until the last step, or until the person leaves.
  /// - Throws: exit 1 where something could not be done.
  func run() throws {
    var underWay = try file.cycle(now: pond.clock.present())
    try say(CycleText.beginning(underWay))
    var troubles = 0
    while underWay.cycle.endedAt == nil {
      try say(["", CycleText.heading(underWay.cycle.step)])
      switch try walk(underWay) {
      case .left: return try say(["", CycleText.left(at: underWay.cycle.step)])
      case .partly: troubles += 1
      case .done: break
      }
      try file.endStep(of: &underWay, now: pond.clock.present())
    }
    try say(["", CycleText.end(next: try file.nextCycle(now: pond.clock.present()))])
    if troubles > 0 {
      throw Partial.exit("\(Words.count(troubles, "step")) could not be done whole")
    }
  }

  private func walk(_ underWay: Pond.CycleUnderWay) throws -> Ending {
    switch underWay.cycle.step {
    case .sources: try learnAgain()
    case .fetch: try fetch()
    case .news: try perform(News.self, ["--since", Moment.iso8601(underWay.newsSince)])
    case .reflect: try reflect(underWay)
    case .review: try perform(Review.self, isPlain ? ["--plain"] : [])
    case .intentions: try intend()
    case .exports: try export()
    }
  }

  private func learnAgain() throws -> Ending {
    let sources = try file.sources()
    for trouble in sources.compactMap(SourcesText.trouble) { try say(Words.wrap(trouble, to: 78)) }
    let changed = sources.filter { $0.state == .changed }.map(\.source)
    var ending = sources.contains { SourcesText.trouble($0) != nil } ? Ending.partly : .done
    if changed.isEmpty { try say([CycleText.nothingChanged(sources.count)]) }
    for source in changed {
      let options =
        [
          source.format.map { ["--as", $0] }, source.me.map { ["--me", $0] },
          source.owner.map { ["--of", $0] }, source.takesPartial ? ["--partial"] : nil,
        ]
        .compactMap { $0 }.flatMap { $0 }
      if case .partly = try perform(Import.self, options + ["--", source.path]) {
        ending = .partly
      }
    }
    return ending
  }

  private func fetch() throws -> Ending {
    var options = Pond.FetchOptions(now: try pond.clock.present(), agent: Fetch.agent)
    options.allowedHosts = AllowedHostsInEnvironment.entries
    let due = try file.fetchPreview(options).asked.count
    guard due > 0 else {
      try say(["Nothing is due."])
      return .done
    }
    switch try lines.ask("\(Words.count(due, "account")) would be asked. Ask them now?", yes: "y") {
    case nil: return .left
    case true?: return try perform(Fetch.self, ["--yes"])
    case false?: return .done
    }
  }

  private func reflect(_ underWay: Pond.CycleUnderWay) throws -> Ending {
    let now = try pond.clock.present()
    try say(
      CycleText.reflection(
        last: underWay.last, today: try file.asked(now: now),
        answers: try file.answers(since: underWay.newsSince, now: now), since: underWay.newsSince,
        regrets: try file.regrets()))
    let earlier = try file.openIntentions().filter { $0.intention.at < underWay.cycle.begunAt }
    for line in earlier {
      guard let answer = try lines.choose("\(IntentionText.row(line)): done?", CycleText.ticks)
      else { return .left }
      if let word = answer {
        try file.close(intention: line.intention.number, word, now: pond.clock.present())
      }
    }
    return .done
  }

  private func intend() throws -> Ending {
    let open = try file.openIntentions()
    for line in open { try say(["  " + IntentionText.row(line)]) }
    var room = CycleText.mostIntentions - open.count
    for proposal in try file.proposals(now: pond.clock.present()) where room > 0 {
      try say(Words.wrap(IntentionText.reason(proposal), to: 78))
      let words = IntentionText.words(proposal)
      guard let answer = try lines.ask("Note “\(words)”?", yes: "y") else { return .left }
      if answer {
        try file.take(proposal, as: words, now: pond.clock.present())
        room -= 1
      }
    }
    while room > 0 {
      guard let text = try lines.line("Anything else that you mean to do? (Enter: no) ") else {
        return .left
      }
      guard !text.isEmpty else { break }
      if text == "q" { return .left }
      if case .done = try attempt({
        try file.intend(text, now: pond.clock.present())
      }) {
        room -= 1
      }
    }
    return .done
  }

  private func export() throws -> Ending {
    let leaving = try file.leavingLists(now: pond.clock.present())
    for trouble in leaving.troubles { try say(Words.wrap(Sanitize.line(trouble), to: 78)) }
    var ending = leaving.troubles.isEmpty ? Ending.done : .partly
    for list in leaving.lists {
      guard !list.isAsItCame else {
        try say([CycleText.asItCame(list)])
        continue
      }
      let place = CycleText.place(of: list, in: folder, on: try pond.clock.present())
      try say([CycleText.decided(list, place: place)])
      guard let answer = try lines.ask("Write it?", yes: "y") else { return .left }
      guard answer else { continue }
      let arguments = [list.format.rawValue, "--list", list.list.path, "--output", place]
      if case .partly = try perform(Export.self, arguments) { ending = .partly }
    }
    if leaving.lists.isEmpty { try say(["No list that could be written was imported."]) }
    let networks = try file.leaving().networks
    for line in CycleText.checklists(networks) { try say([line]) }
    return ending
  }

  private func perform(_ command: (some ParsableCommand).Type, _ arguments: [String]) throws
    -> Ending
  {
    let moment = pond.clock.now.map { ["--now", Moment.iso8601($0)] } ?? []
    let common = ["--pond", pond.path] + (pond.quiet ? ["--quiet"] : []) + moment
    return try attempt {
      var command = try command.parse(common + arguments)
      try command.run()
    }
  }

  // What one step cannot do is said, and keeps nobody from the others. Where the pond file itself is in
  // trouble, ending the step says so.
  private func attempt(_ body: () throws -> Void) throws -> Ending {
    do {
      try body()
      return .done
    } catch is ExitCode {
      return .partly
    } catch let failure as OutputFailure {
      throw failure
    } catch let failure as any Failure {
      Notice.line(FailureText.block(failure))
      return .partly
    }
  }

  private func say(_ some: [String]) throws {
    let out = StandardOutput()
    for line in some { try out.line(line) }
    try out.flush()
  }
}
