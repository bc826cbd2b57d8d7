/// What reading a feed gave.
package struct FeedReading: Sendable {
  /// The feed.
  package let document: FeedDocument
  /// What was wrong and read anyway, in sentences.
  package let damage: [String]
  /// Where and how the text ends too early; nil for a feed that is all there. The items before the
  /// cut are whole.
  package let cut: FeedCut?
  /// Items that could not be read.
  package let lost: [FeedLoss]

  /// Whether something was wrong with it.
  package var isDamaged: Bool { !damage.isEmpty || cut != nil }
}

/// The end of a feed that has no end.
package struct FeedCut: Hashable, Sendable {
  /// Where, in words: `line 214, column 31`.
  package let place: String
  /// What is missing, as the rest of a sentence about the file: `it ends inside of an item`.
  package let reason: String
}

/// An item that could not be read.
package struct FeedLoss: Hashable, Sendable {
  /// Which it is: its title, its id or its number.
  package let what: String
  /// Why, as the rest of a sentence.
  package let why: String
  /// Where it stands, in words; nil where that is not known.
  package let place: String?
}

/// Why a document was not read as a feed.
package enum FeedRefusal: Error, Hashable, Sendable {
  /// It is something else, or nothing that can be told.
  case notAFeed(FeedSniff)
  /// It is built to do harm, or larger in some way than any honest feed; the reason as the rest of
  /// "refused, …".
  case hostile(String)
  /// It has more bytes than the limit.
  case tooLarge(bytes: Int, limit: Int)
  /// It is a feed by its first bytes and damaged beyond reading.
  case damaged(place: String, reason: String)
}

/// Reads feeds of every kind.
package struct FeedReader: Sendable {
  private let limits: XMLLimits

  /// Makes a reader with limits for what it is handed.
  package init(limits: XMLLimits = XMLLimits()) {
    self.limits = limits
  }

  /// Reads a feed: strictly; where that fails with its small mistakes mended; where that fails too,
  /// as almost XML. Everything but the first way is told as damage.
  /// - Throws: `FeedRefusal`.
  package func read(_ bytes: some Collection<UInt8>) throws -> FeedReading {
    guard bytes.count <= limits.bytes else {
      throw FeedRefusal.tooLarge(bytes: bytes.count, limit: limits.bytes)
    }
    let kind = FeedSniff(bytes)
    guard kind.isFeed else { throw FeedRefusal.notAFeed(kind) }
    if kind == .jsonFeed { return try JSONFeedReader().read(XMLEncoding.utf8(bytes).bytes) }
    let text = text(bytes)
    if let harm = text.bytes.withUnsafeBufferPointer(EntityDeclarations.harm(in:)) {
      throw FeedRefusal.hostile(harm)
    }
    do {
      return try read(unfolded(text))
    } catch let refusal as XMLRefusal {
      throw FeedRefusal.hostile(refusal.reason)
    }
  }

  /// The text with the entities that it declares itself in their places.
  private func unfolded(_ text: LabelledText) throws -> LabelledText {
    let bytes = try text.bytes.withUnsafeBufferPointer { bytes in
      do {
        return try InternalEntities(bytes)?.replaced(in: bytes)
      } catch {
        throw FeedRefusal.hostile("its entities make it more than twice as large")
      }
    }
    return bytes.map { LabelledText(bytes: $0, damage: text.damage) } ?? text
  }

  // MARK: The ladder

  private func read(_ text: LabelledText) throws -> FeedReading {
    let first = try strict(text.bytes)
    guard let damage = first.outcome.damage else {
      return try withEndedSections(text) ?? reading(first, text.bytes, damage: text.damage)
    }
    let repair = XMLRepair(text.bytes)
    if damage.isCutShort {
      // Whether it ends too early or only its last tag is damaged, the loose reader tells.
      let second = try? loose(repair, damage: damage, label: text.damage)
      if let second, second.cut == nil { return second }
      return reading(first, text.bytes, damage: text.damage)
    }
    if !repair.findings.isEmpty {
      let second = try strict(repair.bytes)
      if second.outcome.damage == nil {
        return reading(second, repair.bytes, damage: text.damage + repair.findings)
      }
    }
    return try loose(repair, damage: damage, label: text.damage)
  }

  /// The reading of a well-formed text in which a section of text swallowed items.
  private func withEndedSections(_ text: LabelledText) throws -> FeedReading? {
    guard let ended = text.bytes.withUnsafeBufferPointer(UnendedSections.ended) else { return nil }
    let second = try strict(ended)
    guard second.outcome.damage == nil else { return nil }
    let finding = "a section of text has no end, and would have hidden items"
    return reading(second, ended, damage: text.damage + [finding])
  }

  private struct Attempt {
    let builder: FeedBuilder
    let outcome: XMLOutcome
  }

  private func strict(_ bytes: [UInt8]) throws -> Attempt {
    let builder = FeedBuilder()
    let outcome = try XMLReader(mode: .strict, limits: limits).read(bytes, to: builder)
    return Attempt(builder: builder, outcome: outcome)
  }

  private func loose(
    _ repair: XMLRepair, damage: XMLDamage, label: [String]
  ) throws -> FeedReading {
    let builder = FeedBuilder(isDamaged: true)
    var reader = LooseXMLReader(limits: limits, recovery: FeedRecovery())
    let outcome = try reader.read(repair.bytes, to: builder)
    let finding = "it is not well-formed at \(damage.place): \(damage.message.trimmed)"
    if builder.document.items.isEmpty, builder.document.title == nil {
      throw FeedRefusal.damaged(place: damage.place, reason: damage.message.trimmed)
    }
    return reading(
      Attempt(builder: builder, outcome: outcome), repair.bytes,
      damage: label + repair.findings + [finding])
  }

  // MARK: What was read

  private func reading(_ attempt: Attempt, _ bytes: [UInt8], damage: [String]) -> FeedReading {
    let builder = attempt.builder
    let open = builder.openItem.map {
      FeedLoss(what: $0, why: "the file ends inside of it", place: nil)
    }
    let isDamaged = !damage.isEmpty || attempt.outcome.damage != nil
    return FeedReading(
      document: builder.finished(), damage: damage, cut: cut(attempt, bytes),
      lost: (open.map { [$0] } ?? []) + (isDamaged ? missing(attempt, bytes) : []))
  }

  /// What the tags of a damaged feed speak of and nothing was made of.
  private func missing(_ attempt: Attempt, _ bytes: [UInt8]) -> [FeedLoss] {
    let builder = attempt.builder
    let found = builder.document.items.count + (builder.openItem == nil ? 0 : 1)
    let missing = FeedTally(bytes).items - found - builder.emptyItems
    guard missing > 0 else { return [] }
    return [
      FeedLoss(
        what: missing == 1 ? "1 post" : "\(missing) posts",
        why: "its tags speak of \(found + missing), and \(found) could be found", place: nil)
    ]
  }

  /// A feed whose channel was closed lost no more than its last line.
  private func cut(_ attempt: Attempt, _ bytes: [UInt8]) -> FeedCut? {
    let builder = attempt.builder
    let isOpen = attempt.outcome.damage?.isCutShort ?? (attempt.outcome.openElements > 0)
    let isWhole = builder.feedIsClosed && builder.document.format != .rdf
    guard isOpen, !isWhole || builder.openItem != nil else { return nil }
    let isLoose = attempt.outcome.damage == nil
    if isLoose, builder.openItem == nil, FeedTally(bytes).hasEnd { return nil }
    let reason =
      builder.openItem == nil ? "it ends before the feed does" : "it ends inside of an item"
    return FeedCut(place: attempt.outcome.damage?.place ?? "its last line", reason: reason)
  }

  // MARK: Encodings

  private struct LabelledText {
    let bytes: [UInt8]
    let damage: [String]
  }

  private func text(_ bytes: some Collection<UInt8>) -> LabelledText {
    let text = XMLEncoding.utf8(bytes)
    return LabelledText(bytes: text.bytes, damage: text.damage.map { [$0] } ?? [])
  }
}
