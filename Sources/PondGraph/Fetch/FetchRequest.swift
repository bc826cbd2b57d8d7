package import Foundation

/// One thing to ask: `GET`, and nothing of the person in it.
package struct FetchRequest: Hashable, Sendable {
  /// Marks of an earlier answer, sent back byte for byte to the address that gave them.
  package struct Validators: Hashable, Sendable, Codable {
    /// The address that gave them.
    package let address: String
    /// The ETag; nil where none came.
    package let etag: Data?
    /// The Last-Modified; nil where none came.
    package let lastModified: Data?
  }

  /// For whom.
  package let account: AccountKey
  /// What of it.
  package let part: FetchPart
  /// Where.
  package let address: WebAddress
  /// What to send so that an unchanged document need not come again; nil for a first asking.
  package let validators: Validators?

  /// Makes a request of its parts.
  package init(
    account: AccountKey, part: FetchPart, address: WebAddress, validators: Validators? = nil
  ) {
    self.account = account
    self.part = part
    self.address = address
    self.validators = validators
  }
}

/// What came back.
package struct FetchAnswer: Sendable {
  /// A redirect that was followed.
  package struct Hop: Hashable, Sendable, Codable {
    /// 301, 302, 303, 307 or 308.
    package let status: Int
    /// Where it led.
    package let target: WebAddress

    /// Whether the server means it for good.
    package var isPermanent: Bool { status == 301 || status == 308 }
  }

  /// An HTTP answer that came whole.
  package struct Response: Sendable {
    /// The status.
    package let status: Int
    /// Its headers.
    package let headers: ResponseHeaders
    /// Its body, decoded; larger ones are mapped from a file without a name.
    package let body: Data
    /// Whether validators were sent with the request that it answers.
    package let wasConditional: Bool
  }

  /// What was asked.
  package let request: FetchRequest
  /// The redirects that were followed, in order.
  package let hops: [Hop]
  /// The answer, or why there is none.
  package let result: Result<Response, FetchFailure>
  /// The moment that counted as the present when it was asked.
  package let askedAt: Date

  /// The address that answered in the end.
  package var end: WebAddress { hops.last?.target ?? request.address }

  /// Whether no server said a word.
  package var reachedNobody: Bool {
    guard case .failure(let failure) = result else { return false }
    return hops.isEmpty && (failure.trouble.heardNobody || failure.trouble.kind == .timeout)
  }

  /// How long its body is.
  package var bodyCount: Int {
    if case .success(let response) = result { response.body.count } else { 0 }
  }

  /// Where it says that it has gone for good: only where every redirect says so.
  package var permanentTarget: WebAddress? {
    hops.allSatisfy(\.isPermanent) ? hops.last?.target : nil
  }
}

/// Trouble on the way to an answer.
package struct FetchFailure: Error, Hashable, Sendable {
  /// What it was.
  package let trouble: FetchTrouble

  /// Makes it of its parts.
  package init(_ kind: FetchTrouble.Kind, _ words: String) {
    trouble = FetchTrouble(kind, words)
  }
}
