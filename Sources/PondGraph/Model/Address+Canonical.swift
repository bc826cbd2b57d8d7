// Two spellings of one address compare equal here. What hides secrets is in Address+Masked.

extension Address {
  /// The form in which addresses are compared: without scheme, fragment, default port, trailing
  /// slash and `utm_` parameters; the host in lower case, without trailing dots, its letters beyond
  /// ASCII as `xn--…`. The path and the rest of the query keep their spelling, for servers tell them
  /// apart, and so do user names, for they tell private feeds apart; so does `www.`, for not every site
  /// answers with and without it. An address that is no HTTP address (`exec:…`, `newsletter:…`, a mail address,
  /// `|command`) is its own canonical form, trimmed. The canonical form of a canonical form is
  /// itself.
  public var canonical: String {
    var spelling = written
    var form = spelling.withUTF8 { AddressSpelling(bytes: $0).canonical() }
    // Only what a dropped parameter or fragment leaves behind can end in a blank.
    while let last = form.utf8.last, last <= AddressByte.space {
      form = form.withUTF8 { AddressSpelling(bytes: $0).canonical() }
    }
    return form
  }
}

/// The bytes that addresses are written with.
enum AddressByte {
  static let space = UInt8(ascii: " ")
  static let slash = UInt8(ascii: "/")
  static let colon = UInt8(ascii: ":")
  static let at = UInt8(ascii: "@")
  static let dot = UInt8(ascii: ".")
  static let question = UInt8(ascii: "?")
  static let number = UInt8(ascii: "#")
  static let ampersand = UInt8(ascii: "&")
  static let equals = UInt8(ascii: "=")
  static let bar = UInt8(ascii: "|")

  /// The byte in lower case; bytes beyond ASCII stay as they are.
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return small >= UInt8(ascii: "a") && small <= UInt8(ascii: "z")
  }
}

// Works on bytes, because every outline, item and history line of an import passes here.
private struct AddressSpelling {
  let bytes: UnsafeBufferPointer<UInt8>

  func canonical() -> String {
    let whole = trimmed(0..<bytes.count)
    let start = afterSchemes(whole)
    let rest = start..<whole.upperBound
    let head = rest.lowerBound..<endOfHead(rest)
    guard start > whole.lowerBound || isHost(head) else { return text(whole) }
    let end =
      index(of: AddressByte.number, in: head.upperBound..<rest.upperBound) ?? rest.upperBound
    let form = assembled(head: head, tail: trimmedEnd(head.upperBound..<end))
    return form.isEmpty ? text(whole) : form
  }

  // MARK: Parts

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] <= AddressByte.space { start += 1 }
    return trimmedEnd(start..<range.upperBound)
  }

  private func trimmedEnd(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] <= AddressByte.space { end -= 1 }
    return range.lowerBound..<end
  }

  // All of them, so that `feed:https://…` and `http://http://…` need no second pass.
  private func afterSchemes(_ range: Range<Int>) -> Int {
    var start = range.lowerBound
    while let after = afterScheme(start..<range.upperBound) { start = after }
    return start
  }

  private func afterScheme(_ range: Range<Int>) -> Int? {
    let length =
      if begins(range, with: "http:") { 5 } else if begins(range, with: "https:") {
        6
      } else if begins(range, with: "feed:") { 5 } else { 0 }
    guard length > 0 else { return nil }
    var start = range.lowerBound + length
    while start < range.upperBound,
      bytes[start] == AddressByte.slash || bytes[start] <= AddressByte.space
    {
      start += 1
    }
    return start
  }

  private func begins(_ range: Range<Int>, with prefix: StaticString) -> Bool {
    guard range.count >= prefix.utf8CodeUnitCount else { return false }
    return prefix.withUTF8Buffer { small in
      small.indices.allSatisfy { AddressByte.lowercased(bytes[range.lowerBound + $0]) == small[$0] }
    }
  }

  private func endOfHead(_ range: Range<Int>) -> Int {
    range.first {
      bytes[$0] == AddressByte.slash || bytes[$0] == AddressByte.question
        || bytes[$0] == AddressByte.number
    } ?? range.upperBound
  }

  private func index(of byte: UInt8, in range: Range<Int>) -> Int? {
    range.first { bytes[$0] == byte }
  }

  // Whether what stands before the first slash can be a host although no scheme precedes it.
  private func isHost(_ head: Range<Int>) -> Bool {
    let host = head.lowerBound..<(index(of: AddressByte.colon, in: head) ?? head.upperBound)
    let isNamed = index(of: AddressByte.dot, in: host) != nil || begins(host, with: "localhost")
    return isNamed && host.allSatisfy { isHostByte(bytes[$0]) }
      && (host.upperBound..<head.upperBound).dropFirst().allSatisfy {
        AddressByte.isDigit(bytes[$0])
      }
  }

  private func isHostByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || AddressByte.isLetter(byte) || AddressByte.isDigit(byte)
      || byte == AddressByte.dot
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  // MARK: Assembly

  private func assembled(head: Range<Int>, tail: Range<Int>) -> String {
    let host = (head.last { bytes[$0] == AddressByte.at }).map { $0 + 1 } ?? head.lowerBound
    let hostEnd = withoutDefaultPort(host..<head.upperBound)
    let query = index(of: AddressByte.question, in: tail) ?? tail.upperBound
    var pathEnd = query
    while pathEnd > tail.lowerBound, bytes[pathEnd - 1] == AddressByte.slash { pathEnd -= 1 }
    let respelled = respelled(host..<hostEnd)
    let room = head.count + (respelled?.utf8.count ?? 0) + tail.count
    return String(unsafeUninitializedCapacity: room) { buffer in
      var writer = Writer(buffer: buffer)
      writer.put(bytes[head.lowerBound..<host])
      if let respelled {
        for byte in respelled.utf8 { writer.put(byte) }
      } else {
        for index in host..<hostEnd { writer.put(AddressByte.lowercased(bytes[index])) }
      }
      writer.put(bytes[tail.lowerBound..<pathEnd])
      putQuery(query..<tail.upperBound, into: &writer)
      return writer.count
    }
  }

  // Both ports go whatever the scheme was: the scheme is not part of the form either.
  private func withoutDefaultPort(_ host: Range<Int>) -> Int {
    var end = host.upperBound
    while let colon = (host.lowerBound..<end).last(where: { bytes[$0] == AddressByte.colon }) {
      let port = (colon + 1)..<end
      guard port.isEmpty || text(port) == "80" || text(port) == "443" else { break }
      end = colon
    }
    return end
  }

  // Nil for nearly every host: only letters beyond ASCII and dots at the end have another spelling. A
  // host that is nothing but dots is none, and stays.
  private func respelled(_ host: Range<Int>) -> String? {
    var (isForeign, isNamed) = (false, false)
    for index in host {
      if bytes[index] >= 0x80 { isForeign = true }
      if bytes[index] != AddressByte.dot { isNamed = true }
    }
    guard isNamed, isForeign || endsWithDot(host) else { return nil }
    return AddressHost.canonical(text(host))
  }

  private func endsWithDot(_ host: Range<Int>) -> Bool {
    let colon = host.last { bytes[$0] == AddressByte.colon } ?? host.upperBound
    return [colon, host.upperBound].contains { end in
      end > host.lowerBound && bytes[end - 1] == AddressByte.dot
    }
  }

  private func putQuery(_ query: Range<Int>, into writer: inout Writer) {
    var start = query.lowerBound + 1
    var separator = AddressByte.question
    guard start < query.upperBound else { return }
    while start <= query.upperBound {
      let end = index(of: AddressByte.ampersand, in: start..<query.upperBound) ?? query.upperBound
      if start < end, !begins(start..<end, with: "utm_") {
        writer.put(separator)
        writer.put(bytes[start..<end])
        separator = AddressByte.ampersand
      }
      start = end + 1
    }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private struct Writer {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    var count = 0

    mutating func put(_ byte: UInt8) {
      guard count < buffer.count else { return }
      buffer[count] = byte
      count += 1
    }

    mutating func put(_ run: Slice<UnsafeBufferPointer<UInt8>>) {
      guard run.count <= buffer.count - count else { return }
      let end = count + run.count
      _ = UnsafeMutableBufferPointer(rebasing: buffer[count..<end]).update(fromContentsOf: run)
      count = end
    }
  }
}
