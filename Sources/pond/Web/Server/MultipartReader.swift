#if Web
  import Foundation

  /// Takes `multipart/form-data` (RFC 7578) apart while it arrives: a value of fixed size, whatever
  /// the size of the files in it.
  struct MultipartReader {
    /// What was read.
    enum Event {
      /// A field or a file begins; a file has a name of its own.
      case begin(field: String, fileName: String?)
      /// Bytes of it.
      case bytes(ArraySlice<UInt8>)
      /// It is whole.
      case end
      /// All of it is whole.
      case finished
    }

    /// It is no such form.
    struct Malformed: Error {}

    private enum Place {
      case between, inside, after
    }

    private static let mostOfHead = 16 << 10
    private let delimiter: [UInt8]
    // The first delimiter has no line end before it; one is put there.
    private var waiting: [UInt8] = [0x0D, 0x0A]
    private var place = Place.between
    private var hasBegun = false

    /// Whether all of it came.
    var isFinished: Bool { place == .after }

    /// - Parameter contentType: the header that names the boundary; nil where it names none.
    init?(contentType: String) {
      guard contentType.lowercased().hasPrefix("multipart/form-data"),
        let start = contentType.range(of: "boundary=", options: .caseInsensitive)?.upperBound
      else { return nil }
      let rest = contentType[start...].prefix { $0 != ";" && $0 != "," }
      let boundary = rest.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
      guard (1...70).contains(boundary.utf8.count) else { return nil }
      delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// Takes what arrived.
    /// - Throws: `Malformed`, and whatever `take` throws.
    mutating func feed(_ bytes: UnsafeRawBufferPointer, _ take: (Event) throws -> Void) throws {
      waiting.append(contentsOf: bytes)
      var start = 0
      while let next = try step(from: start, take) { start = next }
      waiting.removeFirst(consumed)
      consumed = 0
    }

    private var consumed = 0

    // One step; the place where the next begins, nil where more has to come first.
    private mutating func step(from start: Int, _ take: (Event) throws -> Void) throws -> Int? {
      let next: Int? =
        switch place {
        case .after: nil
        case .inside: try inside(from: start, take)
        case .between: try between(from: start, take)
        }
      if let next { consumed = next }
      return next
    }

    private mutating func inside(from start: Int, _ take: (Event) throws -> Void) throws -> Int? {
      if let found = find(delimiter, from: start) {
        if found > start { try take(.bytes(waiting[start..<found])) }
        try take(.end)
        place = .between
        return found
      }
      // What may be the beginning of a delimiter stays.
      let safe = waiting.count - delimiter.count + 1
      guard safe > start else { return nil }
      try take(.bytes(waiting[start..<safe]))
      return safe
    }

    // A delimiter, then two dashes for the end, or the head of the next part.
    private mutating func between(from start: Int, _ take: (Event) throws -> Void) throws -> Int? {
      let after = start + delimiter.count
      guard waiting.count >= after + 2 else {
        guard waiting[start...].starts(with: delimiter.prefix(waiting.count - start)) else {
          throw Malformed()
        }
        return nil
      }
      guard waiting[start..<after].elementsEqual(delimiter) else { throw Malformed() }
      if waiting[after] == 0x2D, waiting[after + 1] == 0x2D {
        place = .after
        try take(.finished)
        return waiting.count
      }
      guard let end = find([0x0D, 0x0A, 0x0D, 0x0A], from: after) else {
        guard waiting.count - after < Self.mostOfHead else { throw Malformed() }
        return nil
      }
      try take(try Self.begin(String(decoding: waiting[after..<end], as: UTF8.self)))
      place = .inside
      return end + 4
    }

    // Every needle begins with a carriage return, which hardly stands in anything else.
    private func find(_ needle: [UInt8], from start: Int) -> Int? {
      waiting.withUnsafeBytes { all in
        var place = start
        while let base = all.baseAddress, place + needle.count <= all.count {
          let rest = all.count - place - needle.count + 1
          guard let found = memchr(base + place, Int32(needle[0]), rest) else { return nil }
          if memcmp(found, needle, needle.count) == 0 { return UnsafeRawPointer(found) - base }
          place = UnsafeRawPointer(found) - base + 1
        }
        return nil
      }
    }

    private static func begin(_ head: String) throws -> Event {
      let line = head.split(whereSeparator: \.isNewline).first {
        $0.lowercased().hasPrefix("content-disposition:")
      }
      guard let line, let field = parameter("name", of: line) else { throw Malformed() }
      return .begin(field: field, fileName: parameter("filename", of: line))
    }

    // Browsers write quotes and line ends in a name as %22, %0D and %0A, and nothing else so.
    private static func parameter(_ name: String, of line: Substring) -> String? {
      guard let start = line.range(of: "; \(name)=\"")?.upperBound,
        let end = line[start...].firstIndex(of: "\"")
      else { return nil }
      return String(line[start..<end]).replacing("%22", with: "\"").replacing("%0D", with: " ")
        .replacing("%0A", with: " ")
    }
  }
#endif
