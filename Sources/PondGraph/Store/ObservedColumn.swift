/// What the signals read of one account, whatever the moment from which it is looked at: its dated posts
/// with what the person did with them, and acts beyond posts. It is derived from the rows of all sources
/// (`ObservedPosts`) when something is learned of the account, and kept as few bytes, so that a look reads
/// some bytes a post instead of the rows.
struct ObservedColumn: Equatable, Sendable {
  /// What many posts of one account have in common.
  struct Sort: Hashable {
    let kind: PostKind
    let form: PostForm
    /// What sources claim of them, as a place in `claims`.
    let claims: Int
    /// The acts with them, one bit for each place in `ActKind.allCases`.
    let acts: UInt16
    /// Whether their date is a batch's (`DateBatches`).
    let isBatchDated: Bool
    /// Whether their length is known.
    let hasWords: Bool
  }

  /// A dated post that a source shows.
  struct Post: Equatable {
    /// When it was published, in milliseconds since 1970.
    let at: Int64
    /// What sort it is, as a place in `sorts`.
    let sort: Int
    /// Its length in words; 0 where the sort has none.
    let words: Int64
  }

  /// An act with a post that no source shows or that carries no date, or with the account itself.
  struct Loose: Equatable {
    let kind: ActKind
    /// Which post it was: acts with the same one have the same number.
    let post: Int
    /// When, in milliseconds since 1970; 0 where no source keeps a time.
    let at: Int64
  }

  /// What sources claim of its posts, as `PostClaims` has it in text: each once.
  var claims: [String] = []
  var sorts: [Sort] = []
  /// Oldest first.
  var posts: [Post] = []
  /// How many posts that a source shows carry no date.
  var undated = 0
  /// When the person wrote to it, each moment once, oldest first.
  var written: [Int64] = []
  var loose: [Loose] = []

  /// Whether there is nothing to keep.
  var isEmpty: Bool {
    posts.isEmpty && undated == 0 && written.isEmpty && loose.isEmpty
  }
}

extension ObservedColumn {
  // The form of the bytes. Another one is another number, and a migration that derives all anew.
  private static let version: UInt64 = 1

  /// The bytes that are kept: numbers of 7 bits a byte, the low ones first; moments as the distance to the
  /// one before, in seconds where all of them are whole seconds.
  var bytes: [UInt8] {
    var out = NumberWriter()
    out.add(Self.version)
    out.add(UInt64(claims.count))
    for text in claims { out.add(text) }
    out.add(UInt64(sorts.count))
    for sort in sorts {
      out.add(UInt64(PostKind.allCases.firstIndex(of: sort.kind) ?? 0))
      out.add(UInt64(PostForm.allCases.firstIndex(of: sort.form) ?? 0))
      out.add(UInt64(sort.claims))
      out.add(UInt64(sort.acts) << 2 | (sort.isBatchDated ? 2 : 0) | (sort.hasWords ? 1 : 0))
    }
    out.add(UInt64(undated))
    let unit: Int64 = posts.allSatisfy { $0.at % 1000 == 0 } ? 1000 : 1
    out.add(UInt64(unit))
    out.add(UInt64(posts.count))
    var last: Int64 = 0
    for post in posts {
      let at = post.at / unit
      out.add(signed: at &- last)
      out.add(UInt64(post.sort))
      if sorts[post.sort].hasWords { out.add(signed: post.words) }
      last = at
    }
    addActs(to: &out)
    return out.bytes
  }

  private func addActs(to out: inout NumberWriter) {
    out.add(UInt64(written.count))
    var last: Int64 = 0
    for at in written {
      out.add(signed: at &- last)
      last = at
    }
    out.add(UInt64(loose.count))
    last = 0
    for act in loose {
      out.add(UInt64(act.kind.place))
      out.add(UInt64(act.post))
      out.add(signed: act.at &- last)
      last = act.at
    }
  }

  /// Reads what was kept.
  /// - Throws: `OddValue` for bytes that no Pond wrote.
  init(_ bytes: UnsafeRawBufferPointer) throws {
    var numbers = NumberReader(bytes)
    let unit = try readHead(&numbers)
    try readPosts(&numbers, unit)
    var last: Int64 = 0
    written = try (0..<numbers.count()).map { _ in
      last &+= try numbers.signed()
      return last
    }
    last = 0
    loose = try (0..<numbers.count()).map { _ in
      let kind = try numbers.place(in: ActKind.allCases.count)
      let post = Int(clamping: try numbers.next())
      last &+= try numbers.signed()
      return Loose(kind: ActKind.allCases[kind], post: post, at: last)
    }
    guard numbers.isAtEnd else { throw NumberReader.odd }
  }

  /// What stands before the posts.
  /// - Returns: the unit of their moments.
  private mutating func readHead(_ numbers: inout NumberReader) throws -> Int64 {
    guard try numbers.next() == Self.version else { throw NumberReader.odd }
    claims = try (0..<numbers.count()).map { _ in try numbers.text() }
    sorts = try Self.sorts(&numbers, claims: claims.count)
    undated = Int(clamping: try numbers.next())
    return Int64(truncatingIfNeeded: try numbers.next())
  }

  private static func sorts(_ numbers: inout NumberReader, claims: Int) throws -> [Sort] {
    try (0..<numbers.count()).map { _ in
      let kind = PostKind.allCases[try numbers.place(in: PostKind.allCases.count)]
      let form = PostForm.allCases[try numbers.place(in: PostForm.allCases.count)]
      let claim = try numbers.place(in: claims)
      let rest = try numbers.next()
      return Sort(
        kind: kind, form: form, claims: claim, acts: UInt16(truncatingIfNeeded: rest >> 2),
        isBatchDated: rest & 2 != 0, hasWords: rest & 1 != 0)
    }
  }

  private mutating func readPosts(_ numbers: inout NumberReader, _ unit: Int64) throws {
    let count = try numbers.count()
    posts.reserveCapacity(count)
    let hasWords = sorts.map(\.hasWords)
    var last: Int64 = 0
    for _ in 0..<count {
      last &+= try numbers.signed()
      let sort = try numbers.place(in: hasWords.count)
      let words = hasWords[sort] ? try numbers.signed() : 0
      posts.append(Post(at: last &* unit, sort: sort, words: words))
    }
  }
}

extension ObservedColumn {
  /// What the first bytes of a column tell, without reading its posts.
  struct Glance {
    private let oldest: Int64?
    private let acts: UInt16

    init(_ column: ObservedColumn) {
      self.init(oldest: column.posts.first?.at, column.sorts)
    }

    /// - Throws: `OddValue` for bytes that no Pond wrote.
    init(_ bytes: UnsafeRawBufferPointer) throws {
      var numbers = NumberReader(bytes)
      var head = ObservedColumn()
      let unit = try head.readHead(&numbers)
      let isAny = try numbers.count() > 0
      self.init(oldest: isAny ? try numbers.signed() &* unit : nil, head.sorts)
    }

    private init(oldest: Int64?, _ sorts: [Sort]) {
      self.oldest = oldest
      acts = sorts.reduce(0) { $0 | $1.acts } & ~(1 << UInt16(ActKind.seen.place))
    }

    /// Whether there is a post from before a moment, and anything but going by happened with any post.
    func mayHaveActs(before moment: Int64) -> Bool {
      acts != 0 && oldest.map { $0 < moment } ?? false
    }
  }
}

/// Numbers on their way into few bytes.
private struct NumberWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// The sign stands in the lowest bit, so that small numbers of either sign are short.
  mutating func add(signed number: Int64) {
    add(UInt64(bitPattern: number << 1 ^ number >> 63))
  }

  mutating func add(_ text: String) {
    add(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }
}

/// The same numbers, read back without trust in them.
private struct NumberReader {
  static let odd = OddValue(sentence: "what was gathered of an account's posts cannot be read")

  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { place == bytes.count }

  mutating func next() throws -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw Self.odd
  }

  mutating func signed() throws -> Int64 {
    let number = try next()
    return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
  }

  /// How many things follow, each of a byte at least: no more than there are bytes.
  mutating func count() throws -> Int {
    let number = try next()
    guard number <= UInt64(bytes.count - place) else { throw Self.odd }
    return Int(number)
  }

  /// A place among so many.
  mutating func place(in count: Int) throws -> Int {
    let number = try next()
    guard number < UInt64(count) else { throw Self.odd }
    return Int(number)
  }

  mutating func text() throws -> String {
    let count = try count()
    defer { place += count }
    return String(
      decoding: UnsafeRawBufferPointer(rebasing: bytes[place..<place + count]), as: UTF8.self)
  }
}
