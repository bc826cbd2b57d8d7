import Foundation

/// An answer as bytes: how long its facts and its body are, the SHA-256 of each, the facts as JSON,
/// the body as it came.
enum FetchRecord {
  private static let headBytes = 80

  private struct Facts: Codable {
    let kind: AccountKind
    let value: String
    let part: String
    let address: WebAddress
    let validators: FetchRequest.Validators?
    let hops: [FetchAnswer.Hop]
    let askedAt: Date
    var status: Int?
    var headers: ResponseHeaders?
    var wasConditional: Bool?
    var trouble: String?
    var words: String?

    init(_ answer: FetchAnswer) {
      let request = answer.request
      (kind, value) = (request.account.kind, request.account.value)
      (part, address) = (request.part.rawValue, request.address)
      (validators, hops, askedAt) = (request.validators, answer.hops, answer.askedAt)
      switch answer.result {
      case .success(let response):
        (status, headers) = (response.status, response.headers)
        wasConditional = response.wasConditional
      case .failure(let failure):
        (trouble, words) = (failure.trouble.kind.rawValue, failure.trouble.words)
      }
    }

    func answer(body: Data) -> FetchAnswer? {
      guard let part = FetchPart(rawValue: part), let result = result(body) else { return nil }
      let request = FetchRequest(
        account: AccountKey(kind: kind, value: value), part: part, address: address,
        validators: validators)
      return FetchAnswer(request: request, hops: hops, result: result, askedAt: askedAt)
    }

    private func result(_ body: Data) -> Result<FetchAnswer.Response, FetchFailure>? {
      if let status, let headers {
        return .success(
          FetchAnswer.Response(
            status: status, headers: headers, body: body,
            wasConditional: wasConditional ?? false))
      }
      return trouble.flatMap(FetchTrouble.Kind.init).map {
        .failure(FetchFailure($0, words ?? ""))
      }
    }
  }

  /// The bytes of an answer, in pieces; nil where it cannot be spelled.
  static func pieces(_ answer: FetchAnswer) -> [Data]? {
    guard let facts = try? JSONEncoder().encode(Facts(answer)) else { return nil }
    let body = if case .success(let response) = answer.result { response.body } else { Data() }
    var head = Data(capacity: headBytes + facts.count)
    for count in [facts.count, body.count] {
      withUnsafeBytes(of: UInt64(count).littleEndian) { head.append(contentsOf: $0) }
    }
    head.append(contentsOf: Digest.sha256(facts))
    head.append(contentsOf: Digest.sha256(body))
    return [head + facts, body]
  }

  /// The answers in a file, from a place on, up to the first that is not whole, and how many bytes
  /// they take.
  static func all(in file: Int32, from start: Int) -> (answers: [FetchAnswer], size: Int) {
    var answers: [FetchAnswer] = []
    var size = 0
    while let (answer, count) = record(in: file, at: start + size) {
      answers.append(answer)
      size += count
    }
    return (answers, size)
  }

  private static func record(in file: Int32, at offset: Int) -> (FetchAnswer, Int)? {
    guard let head = read(file, headBytes, at: offset) else { return nil }
    let counts = [0, 8].map { start in
      head[start..<(start + 8)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
    // Larger than any answer is no answer of Pond's.
    guard counts.allSatisfy({ $0 <= 64 << 20 }) else { return nil }
    let (factsCount, bodyCount) = (Int(counts[0]), Int(counts[1]))
    let start = offset + headBytes
    guard let facts = read(file, factsCount, at: start),
      let body = read(file, bodyCount, at: start + factsCount),
      Digest.sha256(facts).elementsEqual(head[16..<48]),
      Digest.sha256(body).elementsEqual(head[48...]),
      let answer = (try? JSONDecoder().decode(Facts.self, from: facts))?.answer(body: body)
    else { return nil }
    return (answer, headBytes + factsCount + bodyCount)
  }

  private static func read(_ file: Int32, _ count: Int, at offset: Int) -> Data? {
    var facts = stat()
    guard fstat(file, &facts) == 0, offset + count <= Int(facts.st_size) else { return nil }
    var bytes = Data(count: count)
    let got = bytes.withUnsafeMutableBytes { buffer in
      var got = 0
      while got < count {
        let rest = buffer.baseAddress?.advanced(by: got)
        let step = pread(file, rest, count - got, off_t(offset + got))
        if step < 0, errno == EINTR { continue }
        guard step > 0 else { break }
        got += step
      }
      return got
    }
    return got == count ? bytes : nil
  }
}
