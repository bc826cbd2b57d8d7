import Foundation
import PondGraph

/// What a fetch came to, as JSON: `{"asked":[…],…}`.
struct FetchJSON: Encodable {
  struct Asked: Encodable {
    let account: ProposalsJSON.Side
    let address: String
    let outcome: String
    let newPosts: Int
    let changedPosts: Int
    @Nullable var trouble: TroubleBody?
    let failures: Int
    @Nullable var failingSince: Date?
    @Nullable var movedTo: String?
    let moveBelieved: Bool
    let found: Bool
    @Nullable var dueAt: Date?
  }

  struct TroubleBody: Encodable {
    let kind: String
    let words: String
  }

  let asked: [Asked]
  let notDue: Int
  @Nullable var nextDueAt: Date?
  let gone: Int
  let withoutAddress: Int
  let onThisMachine: Int
  let blogrolls: Int
  let complete: Bool

  init(_ report: Pond.FetchReport) {
    asked = report.lines.map(Asked.init)
    notDue = report.notDue.count
    nextDueAt = report.notDue.next
    gone = report.gone
    withoutAddress = report.withoutAddress
    onThisMachine = report.onThisMachine
    blogrolls = report.blogrolls
    complete = report.isComplete
  }
}

extension FetchJSON.TroubleBody {
  init(_ trouble: FetchTrouble) {
    self.init(kind: trouble.kind.rawValue, words: trouble.words)
  }
}

extension FetchJSON.Asked {
  init(_ line: Pond.FetchReport.Line) {
    var counts = (new: 0, changed: 0)
    var trouble: FetchTrouble?
    switch line.outcome {
    case .read(let new, let changed):
      outcome = "read"
      counts = (new, changed)
    case .unchanged: outcome = "unchanged"
    case .trouble(let what):
      outcome = what.kind == .gone ? "gone" : "trouble"
      trouble = what
    case .postponed: outcome = "postponed"
    }
    account = ProposalsJSON.Side(line.account)
    address = line.address.masked
    (newPosts, changedPosts) = counts
    self.trouble = trouble.map(FetchJSON.TroubleBody.init)
    failures = line.failures
    failingSince = line.failingSince
    movedTo = line.movedTo?.masked
    moveBelieved = line.isMoveBelieved
    found = line.isFound
    dueAt = line.dueAt
  }
}

/// What a fetch would ask, as JSON: `{"wouldAsk":[…],"wouldWait":[…]}`.
struct FetchPreviewJSON: Encodable {
  struct Line: Encodable {
    let account: ProposalsJSON.Side
    let address: String
    @Nullable var at: Date?
    @Nullable var why: String?
  }

  let wouldAsk: [Line]
  let wouldWait: [Line]

  init(_ preview: Pond.FetchPreview) {
    let line = { (line: Pond.FetchPreview.Line) in
      Line(
        account: ProposalsJSON.Side(line.account), address: line.address.masked, at: line.at,
        why: line.why)
    }
    wouldAsk = preview.asked.map(line)
    wouldWait = preview.others.map(line)
  }
}

/// When everything was last seen, as JSON: `{"accounts":[…],…}`.
struct StatusJSON: Encodable {
  struct Line: Encodable {
    let account: ProposalsJSON.Side
    @Nullable var address: String?
    @Nullable var seenAt: Date?
    @Nullable var askedAt: Date?
    @Nullable var answeredAt: Date?
    @Nullable var dueAt: Date?
    let due: Bool
    let failures: Int
    @Nullable var failingSince: Date?
    @Nullable var trouble: FetchJSON.TroubleBody?
    @Nullable var movedTo: String?
    let moveBelieved: Bool
    @Nullable var goneAt: Date?
  }

  struct Pause: Encodable {
    let host: String
    let until: Date
  }

  let path: String
  let accounts: [Line]
  let pauses: [Pause]

  init(_ status: Pond.FetchStatus, path: String, now: Date) {
    self.path = path
    accounts = status.lines.map { Line($0, now: now) }
    pauses = status.paused.sorted { $0.key < $1.key }.map { Pause(host: $0.key, until: $0.value) }
  }
}

extension StatusJSON.Line {
  init(_ line: Pond.FetchStatus.Line, now: Date) {
    let memory = line.memory
    account = ProposalsJSON.Side(line.account)
    address = line.address?.masked
    seenAt = line.seenAt
    askedAt = memory?.askedAt
    answeredAt = memory?.goodAt
    dueAt = memory?.goneAt == nil ? memory?.dueAt : nil
    due = line.address != nil && memory.map { $0.goneAt == nil && $0.dueAt <= now } ?? true
    failures = memory?.failures ?? 0
    failingSince = memory?.failingSince
    trouble = memory?.trouble.map(FetchJSON.TroubleBody.init)
    movedTo = memory?.movedTo?.masked
    moveBelieved = memory?.believedMove != nil
    goneAt = memory?.goneAt
  }
}
