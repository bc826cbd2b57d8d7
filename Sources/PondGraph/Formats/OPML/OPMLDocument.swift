package import Foundation

/// An OPML document: its outlines, where they stand in the original bytes, and what was wrong.
package struct OPMLDocument: Sendable {
  /// The original bytes.
  package let bytes: Data
  /// The outlines, in the document's order. Places are places in `bytes`.
  package let outlines: [OPMLOutline]
  /// What was wrong and read whole anyway, and how often.
  package let repairs: [OPMLRepair: Int]
  /// What could not be read.
  package let losses: [OPMLLoss]
  /// Where the document stops before its end; nil where it is whole.
  package let cut: OPMLCut?

  let findings: OPMLFindings
  let encoding: OPMLEncoding
  let transcript: OPMLTranscript?

  /// Reads a document, well-formed or not. Linear in its size, without recursion; what stands
  /// before a cut is there, with `cut` telling where the rest is missing.
  /// - Throws: `OPMLError` when it is no OPML, or beyond what honest programs write.
  package init(_ bytes: Data) throws(OPMLError) {
    guard bytes.count <= OPMLLimit.document else {
      throw .tooLarge(bytes: bytes.count, limit: OPMLLimit.document)
    }
    let read = bytes.withUnsafeBytes { base in
      Result { () throws(OPMLError) in try OPMLReading(OPMLBytes(base)) }
    }
    let reading = try read.get()
    self.bytes = bytes
    findings = reading.findings
    encoding = reading.encoding
    transcript = reading.transcript
    outlines = reading.outlines
    losses = reading.losses
    cut = reading.findings.cut
    repairs = Dictionary(uniqueKeysWithValues: findings.repairs.map { ($0.repair, $0.count) })
  }

  /// What was put right, in sentences: `3 bare & characters: taken literally`.
  package var warnings: [String] { findings.repairs.map { $0.repair.sentence($0.count) } }

  /// Whether the document is what XML asks for, as far as a list of subscriptions shows.
  package var isWellFormed: Bool { repairs.isEmpty && losses.isEmpty && cut == nil }

  /// When the document says that it was changed, or else made, as it writes it; nil where it does
  /// not say.
  package var dateText: String? { text(of: findings.modified) ?? text(of: findings.created) }

  /// What the document calls itself; nil where it does not say.
  package var title: String? { text(of: findings.title) }

  /// The `ownerId` of its head, which is one person's; nil where it has none.
  package var ownerID: String? { text(of: findings.ownerID) }

  private func text(of range: Range<Int>?) -> String? {
    guard let range else { return nil }
    let text = withValues { $0.text(range) }.trimmingCharacters(in: .whitespaces)
    return text.isEmpty ? nil : text
  }

  /// The line and column of a place in the original, both from 1.
  package func position(of place: Int) -> OPMLPosition {
    bytes.withUnsafeBytes { OPMLBytes($0).position(of: place) }
  }

  /// Gives the values of attributes, decoded, for as long as the body runs.
  package func withValues<Result>(_ body: (inout OPMLValues) throws -> Result) rethrows -> Result {
    if let transcript {
      return try transcript.utf8.withUnsafeBytes { base in
        var values = OPMLValues(bytes: OPMLBytes(base), encoding: .utf8, findings: findings)
        return try body(&values)
      }
    }
    return try bytes.withUnsafeBytes { base in
      var values = OPMLValues(bytes: OPMLBytes(base), encoding: encoding, findings: findings)
      return try body(&values)
    }
  }
}

/// One reading of a document's bytes.
struct OPMLReading {
  let encoding: OPMLEncoding
  let transcript: OPMLTranscript?
  let findings: OPMLFindings
  let outlines: [OPMLOutline]
  let losses: [OPMLLoss]

  init(_ original: OPMLBytes) throws(OPMLError) {
    transcript = OPMLTranscript(original)
    if let transcript {
      encoding = .utf8
      let result = transcript.utf8.withUnsafeBytes { base in
        Result { () throws(OPMLError) in try Self.scan(OPMLBytes(base)) }
      }
      let (scanned, lost) = try result.get()
      findings = scanned
      outlines = scanned.outlines.map { $0.mapped { transcript.original($0, in: original) } }
      losses = lost.map { $0.mapped { transcript.original($0, in: original) } }
    } else {
      encoding = original.has("\u{FEFF}", at: 0) ? .utf8 : try OPMLEncoding(declaredIn: original)
      var (scanned, lost) = try Self.scan(original)
      if encoding == .mislabelled { scanned.note(.wrongLabel) }
      (findings, losses) = (scanned, lost)
      outlines = scanned.outlines
    }
  }

  private static func scan(
    _ bytes: OPMLBytes
  ) throws(OPMLError) -> (OPMLFindings, [OPMLLoss]) {
    if let place = bytes.first(0, from: 0) {
      throw .unreadable("it is no text: there is a NUL byte", at: bytes.position(of: place))
    }
    try OPMLAppearance.check(bytes)
    var scanner = OPMLScanner(bytes: bytes)
    try scanner.scan(from: bytes.has("\u{FEFF}", at: 0) ? 3 : 0)
    let found = scanner.found
    guard found.sawRoot else { throw .somethingElse("no list of feeds: it has no <opml>") }
    let lost = found.losses + OPMLAddressCount(bytes: bytes, findings: found).unread
    return (found, lost.sorted { $0.offset < $1.offset })
  }
}

extension OPMLOutline {
  fileprivate func mapped(_ place: (Int) -> Int) -> OPMLOutline {
    OPMLOutline(
      start: UInt32(place(Int(start))), tagEnd: UInt32(place(Int(tagEnd))),
      end: UInt32(place(Int(end))), parentIndex: parentIndex, firstAttribute: firstAttribute,
      attributeCount: attributeCount, depth: depth, flags: flags)
  }
}

extension OPMLLoss {
  fileprivate func mapped(_ place: (Int) -> Int) -> OPMLLoss {
    OPMLLoss(offset: place(offset), what: what, why: why)
  }
}
