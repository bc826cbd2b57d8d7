import Foundation

/// One fetch from beginning to end: Fetch asks and judges, Import reads, Store remembers; here they
/// are called in order. Transfers have a thread of their own; all of this is on the caller's.
///
/// A class, for answers come one after another and each changes what is known.
final class FetchRun {
  let store: PondStore
  let options: Pond.FetchOptions
  let accounts: [AccountKey: Account]
  private let allowed: AllowedHosts
  private let plan: FetchPlan
  private let homes: FetchPlan
  var memories: [AccountKey: FetchMemory]
  var homeMemories: [AccountKey: FetchMemory]
  var searches = FeedSearches()
  var batch = FetchBatch()
  var blogrolls = 0
  var askedBlogrolls: Set<AccountKey> = []
  private var lines = FetchLines()
  private var desk: TransferDesk?
  private var (done, total) = (0, 0)

  init(_ store: PondStore, _ options: Pond.FetchOptions, accounts: [Account]) throws {
    self.store = store
    self.options = options
    self.accounts = Dictionary(accounts.map { ($0.key, $0) }) { first, _ in first }
    let (memories, homeMemories) = (
      try store.fetchMemories(.feed).mapValues { $0.believed(at: options.now) },
      try store.fetchMemories(.home).mapValues { $0.believed(at: options.now) }
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
    allowed = AllowedHosts(try store.allowedHosts() + options.allowedHosts)
    plan = FetchPlan(
      targets, allowed: allowed, paused: paused, age: age, now: options.now)
    let sites = options.readsBlogrolls ? accounts : []
    homes = FetchPlan(
      sites.compactMap { account in
        account.site.map {
          FetchPlan.Target(
            account: account.key, part: .home, address: $0, memory: homeMemories[account.key])
        }
      }, allowed: allowed, paused: paused, age: FeedSearches.pause, now: options.now)
  }

  // MARK: Before

  /// What would be asked.
  var preview: Pond.FetchPreview {
    let requests = plan.requests + homes.requests
    let asked = requests.filter { !isClosed($0) }.compactMap { line($0, at: options.now) }
    let closed = requests.filter(isClosed).compactMap {
      line($0, why: "an address in a private network: pond config allow-host lets Pond ask it")
    }
    let others = plan.others.compactMap { other in
      accounts[other.target.account].map {
        Pond.FetchPreview.Line(
          account: $0, address: other.target.address, at: other.reason.moment,
          why: other.reason.words, isFirst: false)
      }
    }
    return Pond.FetchPreview(
      asked: asked, others: others + closed,
      hosts: Set(plan.requests.filter { !isClosed($0) }.map(\.address.host)).count,
      clockWas: plan.clockWas)
  }

  private func line(
    _ request: FetchRequest, at moment: Date? = nil, why: String? = nil
  ) -> Pond.FetchPreview.Line? {
    accounts[request.account].map {
      Pond.FetchPreview.Line(
        account: $0, address: Address(request.address.url), at: moment, why: why,
        isFirst: memories[request.account] == nil)
    }
  }

  // What the run would be refused, as far as that is known without asking.
  private func isClosed(_ request: FetchRequest) -> Bool {
    AddressGuard.isPrivateNumber(host: request.address.host) && !allowed.allows(request.address)
  }

  // MARK: The run

  func run(_ progress: ((Pond.FetchProgress) -> Void)?) throws -> Pond.FetchReport {
    let inbox = try Inbox(of: store.path)
    defer { inbox.close() }
    let left = inbox.left(where: isNews)
    let requests = (plan.requests + homes.requests).filter { !left.answers($0) }
    guard !requests.isEmpty || !left.isEmpty else { return report }
    let desk = TransferDesk(limits: options.limits, inbox: inbox, left: left)
    self.desk = desk
    total += left.count
    requests.forEach(ask)
    desk.begin(
      allowed: allowed, agent: options.agent, now: options.now, isWatched: progress != nil)
    do {
      try takeAll(from: desk, progress)
    } catch {
      desk.stop()
      throw error
    }
    return report
  }

  private func takeAll(
    from desk: TransferDesk, _ progress: ((Pond.FetchProgress) -> Void)?
  ) throws {
    while let arrivals = desk.take() {
      for arrival in arrivals {
        take(arrival)
        if batch.isFull { try flush() }
        progress?(present(desk))
      }
      try flush()
      desk.settle(arrivals)
      progress?(present(desk))
    }
    guard desk.couldBegin else { throw FetchImpossible() }
    if batch.isOffline, plan.hosts >= 3 { throw FetchOffline(hosts: plan.hosts) }
    batch.release()
    try flush()
  }

  private func present(_ desk: TransferDesk) -> Pond.FetchProgress {
    Pond.FetchProgress(
      done: done, total: total, troubled: lines.troubled + batch.heldCount,
      slow: desk.waitingFor)
  }

  func ask(_ request: FetchRequest) {
    total += 1
    desk?.ask(request)
  }

  /// Whether an answer that an earlier run left was not kept by it.
  private func isNews(_ answer: FetchAnswer) -> Bool {
    let key = answer.request.account
    let memory: FetchMemory? =
      switch answer.request.part {
      case .feed: memories[key]
      case .home: homeMemories[key]
      case .blogroll: nil
      }
    return memory.map { $0.askedAt < answer.askedAt } ?? true
  }

  private func take(_ arrival: Arrival) {
    let answer = arrival.answer
    done += 1
    if !answer.reachedNobody { batch.note(bytes: answer.bodyCount) }
    for request in arrival.putOff { putOff(request, pause(answer)?.until ?? options.now) }
    switch answer.request.part {
    case .feed where searches.isAsking(answer.request): takeFind(answer)
    case .feed: takeFeed(answer)
    case .home: takeHome(answer)
    case .blogroll: takeBlogroll(answer)
    }
  }

  // MARK: Feeds

  private func takeFeed(_ answer: FetchAnswer) {
    let key = answer.request.account
    let reading = FetchReading(answer)
    var result = FetchResult(
      memory: politeness(answer).after(answer, reading.judged, memory: memories[key]))
    result.imported = reading.imported
    result.isUnchanged = reading.isUnchanged
    let isToldMoved = reading.imported?.reachability.isEmpty == false
    result.reachability = isToldMoved ? nil : result.memory.reachability(now: answer.askedAt)
    result.pause = pause(answer)
    result.told = address(answer)
    memories[key] = result.memory
    batch.add(result)
    search(after: answer, reading, result.memory)
    if options.readsBlogrolls, let blogroll = reading.blogrolls.first {
      askBlogroll(blogroll, of: key)
    }
  }

  private func putOff(_ request: FetchRequest, _ until: Date) {
    done += 1
    guard request.part == .feed else { return }
    let key = request.account
    lines.add(
      accounts[key], Address(request.address.url), .postponed(until: until), memories[key])
  }

  /// What an answer means, at the moment of its asking.
  func politeness(_ answer: FetchAnswer) -> Politeness {
    Politeness(now: answer.askedAt, believesMoves: options.acceptsMoves)
  }

  /// The server that wants to be left alone after an answer, and until when.
  func pause(_ answer: FetchAnswer) -> (host: String, until: Date)? {
    politeness(answer).pause(answer).map { (answer.end.server, $0) }
  }

  func address(_ answer: FetchAnswer) -> Address { Address(answer.request.address.url) }

  // MARK: Keeping

  private func flush() throws {
    let results = batch.takeAll()
    for (result, summary) in zip(results, try store.keep(results)) {
      guard let told = result.told else { continue }
      let key = result.memory.account
      lines.add(accounts[key], told, result.outcome(summary), memories[key])
    }
  }

  private var report: Pond.FetchReport {
    let waiting = plan.others.compactMap(\.reason.moment)
    return Pond.FetchReport(
      lines: lines.all, notDue: (waiting.count, waiting.min()),
      gone: plan.others.count { $0.reason == .gone },
      withoutAddress: plan.others.count { $0.reason == .noAddress },
      onThisMachine: plan.others.count { $0.reason == .file || $0.reason == .thisMachine },
      blogrolls: blogrolls, clockWas: plan.clockWas)
  }
}
