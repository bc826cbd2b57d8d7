/// What a scan noted.
struct OPMLFindings {
  /// The outlines, in the document's order.
  var outlines: [OPMLOutline] = []
  /// The known attributes of all of them, each outline's in a row.
  var attributes: [OPMLKnownAttribute] = []
  /// Where an attribute of the name `xmlUrl` begins, in any tag.
  var addressNames: [UInt32] = []
  /// Comments, instructions, CDATA sections and document types, in order.
  var ignored: [Range<Int>] = []
  /// The text of `<dateModified>` and of `<dateCreated>`.
  var modified: Range<Int>?
  var created: Range<Int>?
  /// The text of the head's `<title>` and of `<ownerId>`.
  var title: Range<Int>?
  var ownerID: Range<Int>?
  /// The start tag of its `<body>`; nil where none was seen.
  var body: Range<Int>?
  /// Whether that tag is its end too, `<body/>`.
  var isBodyEmpty = false
  /// Whether any outline says that it is subscribed to, so that the others are not.
  var knowsSubscriptions = false
  /// How often each repair was made, by its raw value.
  private var repairCounts = [Int](repeating: 0, count: OPMLRepair.allCases.count)
  /// What was lost.
  var losses: [OPMLLoss] = []
  /// Where the document stops before its end; nil where it is whole.
  var cut: OPMLCut?
  /// Whether an `<opml>` was seen.
  var sawRoot = false

  /// Makes room for what a document of this size can hold at most, usually; memory that is not
  /// used costs nothing.
  mutating func reserve(for bytes: Int) {
    outlines.reserveCapacity(bytes / 64)
    attributes.reserveCapacity(bytes / 24)
    addressNames.reserveCapacity(bytes / 64)
  }

  mutating func note(_ repair: OPMLRepair) {
    guard repairCounts.indices.contains(repair.rawValue) else { return }
    repairCounts[repair.rawValue] += 1
  }

  mutating func note(_ reference: OPMLReference) {
    switch reference {
    case .character, .predefined: break
    case .named: note(.htmlReference)
    case .unknown: note(.unknownReference)
    case .bare: note(.bareAmpersand)
    }
  }

  /// The repairs that were made, and how often.
  var repairs: [(repair: OPMLRepair, count: Int)] {
    OPMLRepair.allCases.compactMap { repair in
      let count = repairCounts[repair.rawValue]
      return count > 0 ? (repair, count) : nil
    }
  }
}
