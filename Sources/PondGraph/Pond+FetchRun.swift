import Foundation

/// One fetch from beginning to end: Fetch asks and judges, Import reads, Store remembers; here they
/// are called in order.
///
/// A class, for answers come one after another and each changes what is known.
final class FetchRun {
  let store: PondStore
  let options: Pond.FetchOptions
  let politeness: Politeness
  let accounts: [AccountKey: Account]
  private let plan: FetchPlan
  private let homes: FetchPlan
  var memories: [AccountKey: FetchMemory]
  var homeMemories: [AccountKey: FetchMemory]
  var searches = FeedSearches()
  private var pool: TransferPool?
  private var batch: [(result: FetchResult, line: LineDraft?)] = []
  // Failures that may be this machine's own, until somebody answers.
  private var held: [(result: FetchResult, line: LineDraft?)] = []
  private var hasAnswer = false
  private var lines: [Pond.FetchReport.Line] = []
  private var places: [AccountKey: Int] = [:]
  private var total = 0
  var blogrolls = 0
  var askedBlogrolls: Set<AccountKey> = []

  /// A line of the report whose counts the store will say.
  struct LineDraft {
    let address: Address
    let outcome: Pond.FetchReport.Outcome
  }

  init(_ store: PondStore, _ options: Pond.FetchOptions, accounts: [Account]) throws {
    self.store = store
    self.options = options
    politeness = Politeness(now: options.now, believesMoves: options.acceptsMoves)
    self.accounts = Dictionary(accounts.map { ($0.key, $0) }) { first, _ in first }
    let (memories, homeMemories) = (
      try store.fetchMemories(.feed), try store.fetchMemories(.home)
    )
    (self.memories, self.homeMemories) = (memories, homeMemories)
    let readers = try store.accountsInReaders()
    let paused = try store.hostPauses(after: options.now)
    let targets = accounts.compactMap { account in
      FetchAddress.of(
        account, isInReader: readers.contains(account.key), networks: options.networks
      ).map {
        FetchPlan.Target(account: account.key, address: $0, memory: memories[account.key])
      }
    }
    // An account that the person names is asked whether it is due or not.
    let age = options.olderThan ?? (options.only.isEmpty ? nil : 0)
    plan = FetchPlan(targets, paused: paused, age: age, now: options.now)
    let sites = options.readsBlogrolls ? accounts : []
    homes = FetchPlan(
      sites.compactMap { account in
        account.site.map {
          FetchPlan.Target(
            account: account.key, part: .home, address: $0, memory: homeMemories[account.key])
        }
      }, paused: paused, age: FeedSearches.pause, now: options.now)
  }

  // MARK: Before

  /// What would be asked.
  var preview: Pond.FetchPreview {
    let asked = (plan.requests + homes.requests).compactMap { request in
      accounts[request.account].map {
        Pond.FetchPreview.Line(
          account: $0, address: Address(request.address.url), at: options.now, why: nil,
          isFirst: memories[request.account] == nil)
      }
    }
    let others = plan.others.compactMap { other in
      accounts[other.target.account].map {
        Pond.FetchPreview.Line(
          account: $0, address: other.target.address, at: other.reason.moment,
          why: other.reason.words, isFirst: false)
      }
    }
    return Pond.FetchPreview(
      asked: asked, others: others, hosts: Set(plan.requests.map(\.address.host)).count)
  }

  // MARK: The run

  func run(_ progress: ((Pond.FetchProgress) -> Void)?) throws -> Pond.FetchReport {
    let requests = plan.requests + homes.requests
    if !requests.isEmpty {
      let allowed = AllowedHosts(try store.allowedHosts() + options.allowedHosts)
      guard
        let pool = TransferPool(limits: options.limits, allowed: allowed, agent: options.agent)
      else { throw FetchImpossible() }
      self.pool = pool
      requests.forEach(ask)
      try pool.run(progress: progress.map(told)) { try take($0) }
      try finish()
    }
    return report
  }

  private func told(
    _ progress: @escaping (Pond.FetchProgress) -> Void
  ) -> (TransferPool.Progress) -> Void {
    { [self] present in
      progress(
        Pond.FetchProgress(
          done: present.done, total: total, troubled: troubled, slow: present.inFlight))
    }
  }

  private var troubled: Int {
    lines.count {
      if case .trouble = $0.outcome { true } else { false }
    } + held.count
  }

  func ask(_ request: FetchRequest) {
    total += 1
    pool?.add(request)
  }

  private func take(_ answer: FetchAnswer) throws {
    if case .success = answer.result { hasAnswer = true }
    switch answer.request.part {
    case .home: takeHome(answer)
    case .blogroll: takeBlogroll(answer)
    case .feed:
      if searches.isAsking(answer.request) {
        takeFind(answer)
      } else {
        takeFeed(answer)
      }
    }
    try flush(atLeast: 4)
  }

  // MARK: Feeds

  private func takeFeed(_ answer: FetchAnswer) {
    let key = answer.request.account
    let reading = FetchReading(answer, now: options.now)
    var result = FetchResult(
      memory: politeness.after(answer, reading.judged, memory: memories[key]))
    result.imported = reading.imported
    result.isUnchanged = reading.isUnchanged
    let isToldMoved = reading.imported?.reachability.isEmpty == false
    result.reachability = isToldMoved ? nil : result.memory.reachability(now: options.now)
    postpone(answer, &result)
    memories[key] = result.memory
    keep(result, line: LineDraft(address: address(answer), outcome: reading.outcome))
    search(after: answer, reading, result.memory)
    if options.readsBlogrolls, let blogroll = reading.blogrolls.first {
      askBlogroll(blogroll, of: key)
    }
  }

  func postpone(_ answer: FetchAnswer, _ result: inout FetchResult) {
    guard let until = politeness.pause(answer) else { return }
    result.pause = (answer.end.server, until)
    for request in pool?.drop(server: answer.end) ?? [] where request.part == .feed {
      line(request.account, Address(request.address.url), .postponed(until: until))
    }
  }

  func address(_ answer: FetchAnswer) -> Address { Address(answer.request.address.url) }

  // MARK: Keeping

  func keep(_ result: FetchResult, line: LineDraft?) {
    let isOwn = [.name, .connection].contains(result.memory.trouble?.kind)
    if isOwn, !hasAnswer {
      held.append((result, line))
    } else {
      batch.append((result, line))
    }
  }

  private func flush(atLeast count: Int) throws {
    if hasAnswer, !held.isEmpty {
      batch += held
      held = []
    }
    guard batch.count >= count, !batch.isEmpty else { return }
    let ready = batch
    batch = []
    let summaries = try store.keep(ready.map(\.result), at: options.now)
    for ((result, draft), summary) in zip(ready, summaries) {
      guard let draft else { continue }
      var outcome = draft.outcome
      if case .read = outcome {
        outcome = .read(new: summary?.posts.new ?? 0, changed: summary?.posts.updated ?? 0)
      }
      line(result.memory.account, draft.address, outcome)
    }
  }

  private func finish() throws {
    let hosts = Set(plan.requests.map(\.address.host)).count
    if !hasAnswer, hosts >= 3, batch.isEmpty, !held.isEmpty { throw FetchOffline(hosts: hosts) }
    batch += held
    held = []
    try flush(atLeast: 1)
  }

  private func line(_ key: AccountKey, _ address: Address, _ outcome: Pond.FetchReport.Outcome) {
    guard let account = accounts[key] else { return }
    let memory = memories[key]
    let line = Pond.FetchReport.Line(
      account: account, address: address, outcome: outcome, failures: memory?.failures ?? 0,
      failingSince: memory?.failingSince, movedTo: memory?.movedTo,
      isMoveBelieved: memory?.believedMove != nil,
      dueAt: memory?.goneAt == nil ? memory?.dueAt : nil)
    // What was found in place of a broken feed says more than that it is broken.
    if let place = places[key] {
      lines[place] = line
    } else {
      places[key] = lines.count
      lines.append(line)
    }
  }

  private var report: Pond.FetchReport {
    let waiting = plan.others.compactMap(\.reason.moment)
    return Pond.FetchReport(
      lines: lines, notDue: (waiting.count, waiting.min()),
      withoutAddress: plan.others.count { $0.reason == .noAddress }, blogrolls: blogrolls)
  }
}

extension FetchPlan.Reason {
  /// When it is asked; nil for never.
  fileprivate var moment: Date? {
    switch self {
    case .due(let date), .patience(let date): date
    case .gone, .noAddress: nil
    }
  }

  /// Why it is not asked now.
  fileprivate var words: String {
    switch self {
    case .due: "not due yet"
    case .patience: "asked to be left alone until then"
    case .gone: "gone for good"
    case .noAddress: "no address that can be asked"
    }
  }
}
