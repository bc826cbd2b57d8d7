/// One `<outline>` of a document: where it stands in the bytes, and what it stands within.
package struct OPMLOutline: Sendable {
  /// What an outline is, told by its attributes, its children and its document.
  package enum Kind: Hashable, Sendable {
    /// It has an address that a reader fetches.
    case feed
    /// A feed that its document lists without following it (Overcast's extended export).
    case unsubscribedFeed
    /// A mail address or newsletter that a reader turns into a feed.
    case newsletter
    /// The output of a program. It is text to Pond, never run.
    case command
    /// A search over other feeds, as newsboat writes it.
    case query
    /// A search over other feeds, as Liferea writes it.
    case searchFolder
    /// Another list of subscriptions, not looked into.
    case include
    /// A link to a page.
    case link
    /// An episode of a podcast, listed below its feed.
    case episode
    /// An outline that is switched off, or stands below one that is.
    case comment
    /// An outline with others below it.
    case folder
    /// Nothing of these: words.
    case text

    /// Whether it stands for an account.
    package var isAccount: Bool {
      switch self {
      case .feed, .unsubscribedFeed, .newsletter, .command: true
      default: false
      }
    }
  }

  // 32 bits are enough for every place, because documents are no larger than 64 MB: a list of
  // 100,000 outlines costs 3 MB beside the document.
  let start: UInt32
  var tagEnd: UInt32
  var end: UInt32
  let parentIndex: Int32
  let firstAttribute: UInt32
  var attributeCount: UInt8
  var depth: UInt16
  var flags: Flags

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    static let isPaired = Flags(rawValue: 1)
    static let hasChildren = Flags(rawValue: 2)
    static let isComment = Flags(rawValue: 4)
    static let isBrokenOff = Flags(rawValue: 8)
  }

  /// Its bytes from `<` to the last `>`, children included.
  package var element: Range<Int> { Int(start)..<Int(end) }
  /// The bytes of its start tag.
  package var startTag: Range<Int> { Int(start)..<Int(tagEnd) }
  /// The index of the outline around it; nil at the top level.
  package var parent: Int? { parentIndex < 0 ? nil : Int(parentIndex) }
  /// Whether there are outlines below it.
  package var hasChildren: Bool { flags.contains(.hasChildren) }
  /// Whether it has an end tag of its own, blank or not.
  package var isPaired: Bool { flags.contains(.isPaired) }
}

/// The attributes that mean something to Pond.
enum OPMLName: UInt8, CaseIterable {
  case text, title, type, xmlUrl, htmlUrl, url, category, created, isComment, subscribed
  case overcastAddedDate

  /// Told by the name without its prefix, in any case.
  init?(_ bytes: OPMLBytes, _ name: Range<Int>) {
    if name.count <= 8 {
      guard let known = Self.short(bytes.letters(name)) else { return nil }
      self = known
    } else if bytes.equals("iscomment", name) {
      self = .isComment
    } else if bytes.equals("subscribed", name) {
      self = .subscribed
    } else if bytes.equals("overcastaddeddate", name) {
      self = .overcastAddedDate
    } else {
      return nil
    }
  }

  private static func short(_ letters: UInt64) -> OPMLName? {
    switch letters {
    case 0x7478_6574: .text
    case 0x656C_7469_74: .title
    case 0x6570_7974: .type
    case 0x6C72_756C_6D78: .xmlUrl
    case 0x6C_7275_6C6D_7468: .htmlUrl
    case 0x6C_7275: .url
    case 0x7972_6F67_6574_6163: .category
    case 0x64_6574_6165_7263: .created
    default: nil
    }
  }
}

/// Where the value of a known attribute stands.
struct OPMLKnownAttribute: Sendable {
  let start: UInt32
  // A tag is at most 1 MB, so 24 bits hold the length and 8 the name with its marks.
  private let packed: UInt32

  init(_ name: OPMLName, isPrefixed: Bool, isPlain: Bool, value: Range<Int>) {
    start = UInt32(truncatingIfNeeded: value.lowerBound)
    let marks = UInt32(name.rawValue) | (isPrefixed ? 0x40 : 0) | (isPlain ? 0x80 : 0)
    packed = marks | UInt32(truncatingIfNeeded: min(value.count, 0xFF_FFFF)) << 8
  }

  /// No attribute: none stands at the beginning of a document.
  static let none = OPMLKnownAttribute()

  private init() {
    start = 0
    packed = 0
  }

  var isNone: Bool { start == 0 }
  var name: OPMLName? { OPMLName(rawValue: UInt8(packed & 0x3F)) }
  var isPrefixed: Bool { packed & 0x40 != 0 }
  /// Whether the value holds neither references nor line ends: its bytes are its text.
  var isPlain: Bool { packed & 0x80 != 0 }
  var value: Range<Int> { Int(start)..<(Int(start) + Int(packed >> 8)) }
}

/// The known attributes of one outline. A plain name goes before one with a prefix.
struct OPMLRow {
  let index: Int
  private var slots = InlineArray<11, OPMLKnownAttribute>(repeating: .none)

  init(index: Int, _ all: [OPMLKnownAttribute], _ own: Range<Int>) {
    self.index = index
    for place in own {
      let attribute = all[place]
      guard let name = attribute.name else { continue }
      let slot = Int(name.rawValue)
      if slots[slot].isNone || !attribute.isPrefixed { slots[slot] = attribute }
    }
  }

  subscript(name: OPMLName) -> OPMLKnownAttribute? {
    let attribute = slots[Int(name.rawValue)]
    return attribute.isNone ? nil : attribute
  }
}
