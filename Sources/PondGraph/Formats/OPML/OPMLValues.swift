/// The values of a document's attributes, decoded one at a time.
package struct OPMLValues {
  let bytes: OPMLBytes
  let encoding: OPMLEncoding
  let findings: OPMLFindings
  /// How many of the values asked for were not in the encoding that the document declares.
  package private(set) var wronglyEncoded = 0

  init(bytes: OPMLBytes, encoding: OPMLEncoding, findings: OPMLFindings) {
    self.bytes = bytes
    self.encoding = encoding
    self.findings = findings
  }

  // MARK: Attributes

  /// The known attributes of an outline.
  func row(_ index: Int) -> OPMLRow {
    guard findings.outlines.indices.contains(index) else { return OPMLRow(index: index, [], 0..<0) }
    let first = Int(findings.outlines[index].firstAttribute)
    let end = min(first + Int(findings.outlines[index].attributeCount), findings.attributes.count)
    return OPMLRow(index: index, findings.attributes, first..<max(end, first))
  }

  /// The value of an attribute without the blanks around it; nil where it is missing or empty.
  mutating func value(_ name: OPMLName, of row: OPMLRow) -> String? {
    guard let attribute = row[name] else { return nil }
    let range = bytes.trimmed(attribute.value)
    guard !range.isEmpty else { return nil }
    return decoded(range, isPlain: attribute.isPlain)
  }

  /// The address of an outline, without the blanks around it; nil where it has none.
  package mutating func address(of index: Int) -> String? { value(.xmlUrl, of: row(index)) }

  /// What an outline is called: its `text`, else its `title`; nil where it has neither.
  package mutating func title(of index: Int) -> String? {
    value(.text, of: row(index)) ?? value(.title, of: row(index))
  }

  /// The labels of its `category`; nil where it has none.
  package mutating func category(of index: Int) -> String? { value(.category, of: row(index)) }

  private func trimmed(_ name: OPMLName, _ row: OPMLRow) -> Range<Int>? {
    guard let range = row[name].map({ bytes.trimmed($0.value) }), !range.isEmpty else { return nil }
    return range
  }

  private func equals(_ word: StaticString, _ name: OPMLName, _ row: OPMLRow) -> Bool {
    trimmed(name, row).map { bytes.equals(word, $0) } ?? false
  }

  // MARK: Kinds

  /// What an outline is.
  package func kind(of index: Int) -> OPMLOutline.Kind { kind(row(index)) }

  func kind(_ row: OPMLRow) -> OPMLOutline.Kind {
    guard findings.outlines.indices.contains(row.index) else { return .text }
    let flags = findings.outlines[row.index].flags
    if flags.contains(.isComment) { return .comment }
    if equals("vfolder", .type, row) { return .searchFolder }
    if let address = trimmed(.xmlUrl, row) { return kind(address: address, row) }
    if equals("podcast-episode", .type, row) { return .episode }
    if equals("include", .type, row) { return .include }
    if let url = trimmed(.url, row) {
      return bytes.has(".opml", at: url.upperBound - 5) ? .include : .link
    }
    return flags.contains(.hasChildren) ? .folder : .text
  }

  private func kind(address: Range<Int>, _ row: OPMLRow) -> OPMLOutline.Kind {
    func begins(_ word: StaticString) -> Bool {
      address.count >= word.utf8CodeUnitCount && bytes.has(word, at: address.lowerBound)
    }
    switch bytes[address.lowerBound].lowercasedASCII {
    case UInt8(ascii: "v") where bytes.equals("vfolder", address): return .searchFolder
    case UInt8(ascii: "q") where begins("query:"): return .query
    case UInt8(ascii: "n") where begins("newsletter:"): return .newsletter
    case UInt8(ascii: "m") where begins("mailto:"): return .newsletter
    case UInt8(ascii: "e") where begins("exec:"): return .command
    case UInt8(ascii: "f") where begins("filter:"): return .command
    case UInt8(ascii: "|"): return .command
    default: break
    }
    if isMailAddress(address) { return .newsletter }
    let isFollowed = !findings.knowsSubscriptions || equals("1", .subscribed, row)
    return isFollowed ? .feed : .unsubscribedFeed
  }

  private func isMailAddress(_ value: Range<Int>) -> Bool {
    guard let sign = bytes.first(UInt8(ascii: "@"), in: value), sign > value.lowerBound else {
      return false
    }
    let host = (sign + 1)..<value.upperBound
    return bytes.first(UInt8(ascii: "."), in: host) != nil
      && value.allSatisfy { $0 == sign || !":/?#|@ ".utf8.contains(bytes[$0]) }
  }

  // MARK: Decoding

  /// A stretch of the document as text: references resolved, line ends as blanks.
  mutating func text(_ range: Range<Int>) -> String { decoded(range, isPlain: false) }

  private mutating func decoded(_ range: Range<Int>, isPlain: Bool) -> String {
    let slice = bytes.slice(range)
    if slice.isASCII {
      return isPlain
        ? String(decoding: slice.bindMemory(to: UInt8.self), as: UTF8.self)
        : Self.resolved(OPMLBytes(slice))
    }
    let (decoded, isRight) = encoding.decode(slice)
    if !isRight { wronglyEncoded += 1 }
    if isPlain { return decoded }
    var text = decoded
    return text.withUTF8 { Self.resolved(OPMLBytes(UnsafeRawBufferPointer($0))) }
  }

  // A reference is never shorter than what it stands for, so the text fits where its bytes did.
  private static func resolved(_ bytes: OPMLBytes) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { buffer in
      var output = Output(buffer: buffer)
      var place = 0
      while place < bytes.count {
        let special = bytes.firstSpecial(UInt8(ascii: "&"), in: place..<bytes.count)
        output.put(bytes.slice(place..<special))
        place = special < bytes.count ? resolve(bytes, at: special, into: &output) : special
      }
      return output.count
    }
  }

  private static func resolve(_ bytes: OPMLBytes, at place: Int, into output: inout Output) -> Int {
    let byte = bytes[place]
    if byte == UInt8(ascii: "&") {
      let reference = OPMLReference(bytes, at: place, end: bytes.count)
      guard let (scalar, length) = reference.meaning else {
        output.put(byte)
        return place + 1
      }
      (UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter).forEach { output.put($0) }
      return place + length
    }
    let isBlank = byte == 0x09 || byte == 0x0A || byte == 0x0D
    if byte != 0x0D || bytes[place + 1] != 0x0A { output.put(isBlank ? 0x20 : byte) }
    return place + 1
  }

  private struct Output {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    var count = 0

    mutating func put(_ byte: UInt8) {
      guard count < buffer.count else { return }
      buffer[count] = byte
      count += 1
    }

    mutating func put(_ run: UnsafeRawBufferPointer) {
      guard let start = buffer.baseAddress, let first = run.baseAddress, !run.isEmpty,
        count + run.count <= buffer.count
      else { return }
      UnsafeMutableRawPointer(start + count).copyMemory(from: first, byteCount: run.count)
      count += run.count
    }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate var isASCII: Bool {
    var sum: UInt64 = 0
    var place = 0
    while place + 8 <= count {
      sum |= loadUnaligned(fromByteOffset: place, as: UInt64.self)
      place += 8
    }
    while place < count {
      sum |= UInt64(self[place])
      place += 1
    }
    return sum & 0x8080_8080_8080_8080 == 0
  }
}
