package import Foundation

/// What is to be asked now, and what is not, and until when.
package struct FetchPlan: Sendable {
  /// Something that could be asked.
  package struct Target: Sendable {
    /// For whom.
    package let account: AccountKey
    /// What of it.
    package let part: FetchPart
    /// The address, as the list writes it.
    package let address: Address
    /// What is remembered of it; nil for what was never asked.
    package let memory: FetchMemory?

    /// Makes it of its parts.
    package init(
      account: AccountKey, part: FetchPart = .feed, address: Address, memory: FetchMemory?
    ) {
      self.account = account
      self.part = part
      self.address = address
      self.memory = memory
    }
  }

  /// Why something is not asked now.
  package enum Reason: Hashable, Sendable {
    /// It is due later.
    case due(Date)
    /// It, or its server, asked to be left alone until then; or an hour has not passed.
    case patience(Date)
    /// It said that it is gone for good.
    case gone
    /// It is no address that can be asked over HTTP.
    case noAddress
    /// It is a file or a folder of this machine.
    case file
    /// It is a server on this machine that the person did not allow to be asked.
    case thisMachine

    /// When it is asked; nil for never.
    package var moment: Date? {
      switch self {
      case .due(let date), .patience(let date): date
      case .gone, .noAddress, .file, .thisMachine: nil
      }
    }

    /// Why it is not asked now.
    package var words: String {
      switch self {
      case .due: "not due yet"
      case .patience: "asked to be left alone until then"
      case .gone: "gone for good"
      case .noAddress: "no address that can be asked"
      case .file: "a file of this machine"
      case .thisMachine:
        "a server on this machine: pond config allow-host lets Pond ask it"
      }
    }
  }

  /// What is asked.
  package private(set) var requests: [FetchRequest] = []
  /// What is not, and why.
  package private(set) var others: [(target: Target, reason: Reason)] = []

  /// What the clock showed, where something that is asked was asked at a moment that is still to come:
  /// the latest.
  package private(set) var clockWas: Date?

  /// How many hosts are asked.
  package var hosts: Int { Set(requests.map(\.address.host)).count }

  /// Chooses.
  /// - Parameters:
  ///   - allowed: private hosts that may be asked.
  ///   - paused: servers that asked for patience, and until when.
  ///   - age: what was asked longer ago than so many seconds is asked, due or not; nil goes by what
  ///     is due.
  package init(
    _ targets: [Target], allowed: AllowedHosts = AllowedHosts([]), paused: [String: Date],
    age: Double? = nil, now: Date
  ) {
    for target in targets {
      if let request = Self.request(target, now: now) {
        let isClosed =
          Address.isThisMachine(host: request.address.host) && !allowed.allows(request.address)
        let reason =
          (isClosed ? .thisMachine : nil) ?? Self.reason(target.memory, age, now)
          ?? paused[request.address.server].flatMap { $0 > now ? .patience($0) : nil }
        if let reason {
          others.append((target, reason))
        } else {
          requests.append(request)
          clockWas = [clockWas, target.memory?.clockWas].compactMap { $0 }.max()
        }
      } else {
        others.append((target, target.address.reach == .file ? .file : .noAddress))
      }
    }
    // What was never asked, then what waited longest: a server that loses its patience half-way is
    // not asked for the same half again.
    let asked = Dictionary(targets.map { ($0.account, $0.memory?.askedAt) }) { first, _ in first }
    let ages = requests.map { (asked[$0.account] ?? nil) ?? .distantPast }
    requests = requests.indices.sorted { (ages[$0], $0) < (ages[$1], $1) }.map { requests[$0] }
  }

  private static func reason(_ memory: FetchMemory?, _ age: Double?, _ now: Date) -> Reason? {
    guard let memory else { return nil }
    if memory.goneAt != nil { return .gone }
    // When it was asked is unknown: it was never so long ago that it must wait.
    if memory.clockWas != nil { return nil }
    let isBusy = memory.trouble?.kind == .busy
    guard let age else {
      guard memory.dueAt > now else { return nil }
      return isBusy ? .patience(memory.dueAt) : .due(memory.dueAt)
    }
    if memory.notBefore > now { return .patience(memory.notBefore) }
    let next = memory.askedAt.addingTimeInterval(age)
    return next > now ? .due(next) : nil
  }

  private static func request(_ target: Target, now: Date) -> FetchRequest? {
    let memory = target.memory
    guard let written = WebAddress(target.address.written) else { return nil }
    let moved = memory?.believedMove.flatMap { WebAddress($0.written) }
    return FetchRequest(
      account: target.account, part: target.part, address: moved ?? written,
      validators: memory.flatMap { validators($0, moved ?? written, now) })
  }

  /// A server that answers "unchanged" to anything is asked without validators once in thirty
  /// days, but for those whose owners are known to mind.
  private static func validators(
    _ memory: FetchMemory, _ address: WebAddress, _ now: Date
  ) -> FetchRequest.Validators? {
    guard let from = memory.validatedAddress, let whole = memory.wholeAt else { return nil }
    let isStale = now.timeIntervalSince(whole) >= 30 * 86_400
    guard !isStale || mindful.contains(address.host) else { return nil }
    return FetchRequest.Validators(
      address: from, etag: memory.etag, lastModified: memory.lastModified)
  }

  private static let mindful: Set<String> = ["rachelbythebay.com"]
}
