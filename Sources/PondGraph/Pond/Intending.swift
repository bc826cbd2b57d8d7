public import Foundation

extension Pond {
  /// An intention with the account that it is about.
  public struct IntentionLine: Hashable, Sendable {
    /// The intention.
    public let intention: Intention
    /// Whom it is about; nil for nobody in particular.
    public let account: Account?
  }

  /// Everything that the person means or meant to do, the oldest first.
  public func intentions() throws -> [IntentionLine] {
    try lines(of: try store.intentions())
  }

  /// Those that are still open.
  public func openIntentions() throws -> [IntentionLine] {
    try intentions().filter { $0.intention.state == .open }
  }

  private func lines(of intentions: [Intention]) throws -> [IntentionLine] {
    guard !intentions.isEmpty else { return [] }
    let accounts = Dictionary(try store.accounts().map { ($0.key, $0) }) { first, _ in first }
    return intentions.map { intention in
      IntentionLine(
        intention: intention,
        account: intention.account.map { accounts[$0] ?? Self.account(named: $0) })
    }
  }

  /// What the person could mean to do, from what their files tell; at most five.
  public func proposals(now: Date) throws -> [Proposal] {
    Proposal.all(
      try overviews(now: now), try store.evidence(now: now), besides: try store.intentions(),
      now: now)
  }

  /// Writes down what the person means to do.
  /// - Parameter piece: any piece of an account that it is about; nil for nobody in particular.
  @discardableResult
  public func intend(
    _ text: String, about piece: String? = nil, by due: Date? = nil, now: Date
  ) throws -> IntentionLine {
    try intend(text, key: try piece.map { try account(meant: $0).key }, by: due, now: now)
  }

  /// Writes down what was proposed, in the words that the person saw.
  @discardableResult
  public func take(_ proposal: Proposal, as text: String, now: Date) throws -> IntentionLine {
    try intend(text, key: proposal.account.key, by: nil, now: now)
  }

  private func intend(
    _ text: String, key: AccountKey?, by due: Date?, now: Date
  ) throws -> IntentionLine {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty, words.count <= Intention.longest else {
      throw IntentionFailure.words(count: words.count)
    }
    let number = try store.intend(words, account: key, due: due, at: now)
    return try line(number)
  }

  /// Writes down that an intention is done, or that the person does not mean to any more.
  @discardableResult
  public func close(
    intention number: Int, _ word: IntentionWord, now: Date
  ) throws -> IntentionLine {
    guard let intention = try store.intentions().first(where: { $0.number == number }) else {
      throw IntentionFailure.unknown(number: number)
    }
    guard intention.state == .open else { throw IntentionFailure.closed(number: number) }
    try store.close(intention: number, word, at: now)
    return try line(number)
  }

  private func line(_ number: Int) throws -> IntentionLine {
    guard let line = try intentions().first(where: { $0.intention.number == number }) else {
      throw IntentionFailure.unknown(number: number)
    }
    return line
  }
}

/// Why an intention could not be kept or closed.
enum IntentionFailure: Failure, Hashable {
  /// It says nothing, or too much.
  case words(count: Int)
  /// There is none of that number.
  case unknown(number: Int)
  /// It is done or dropped already.
  case closed(number: Int)

  var kind: FailureKind { .usage }

  var sentence: String {
    switch self {
    case .words(0): "an intention needs words"
    case .words(let count):
      "an intention of \(count) characters is too long: \(Intention.longest) are the most"
    case .unknown(let number): "there is no intention \(number)"
    case .closed(let number): "intention \(number) is done or dropped already"
    }
  }

  var state: String? { "Nothing was changed." }

  var advice: String? {
    switch self {
    case .words: "A few words: pond intend \"answer Maren\""
    case .unknown, .closed: "pond intend shows those that are open."
    }
  }
}
