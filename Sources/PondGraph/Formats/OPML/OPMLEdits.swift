package import Foundation

/// What becomes of a document. Outlines are named by their indices in it.
package struct OPMLEdits {
  /// An outline that is added.
  package struct Addition: Hashable, Sendable {
    /// The feed.
    package let address: String
    /// What it is called; nil for its address.
    package let title: String?
    /// Its home page; nil where none is known.
    package let site: String?
    /// The folder that it goes into; nil for the top level.
    package let folder: String?

    /// Makes it of its parts.
    package init(address: String, title: String?, site: String?, folder: String?) {
      self.address = address
      self.title = title
      self.site = site
      self.folder = folder
    }
  }

  /// Those that leave.
  package var cut: Set<Int> = []
  /// New addresses, in place of what is there.
  package var addresses: [Int: String] = [:]
  /// Weights for the `category` attribute, as Fraidycat writes them.
  package var weights: [Int: Double] = [:]
  /// Folders that outlines move into.
  package var moves: [Int: String] = [:]
  /// Those that come.
  package var additions: [Addition] = []
  /// Whether folders that become empty go too.
  package var dropsEmptyFolders = false

  /// Begins with nothing to change.
  package init() {}
}

/// A document after its edits.
package struct OPMLEdited {
  /// Its bytes.
  package let bytes: Data
  /// The outlines that could not be moved, for their tags do not say where they end.
  package let unmoved: Set<Int>
  /// Whether there was nowhere to put what was to be moved or added.
  package let hadNoRoom: Bool
}

// The writer of OPML: every change is a stretch of the original that goes, or a few bytes that come.

extension OPMLDocument {
  /// The document with some edits made: byte for byte the original outside of what they name.
  ///
  /// An outline that moves takes its bytes along as they are, and its line. A folder that is not there
  /// is made at the end of the list; what comes is written as its neighbours are: their attributes,
  /// quotes, indentation and line ends.
  package func applying(_ edits: OPMLEdits) -> OPMLEdited {
    withValues { values in
      var plan = OPMLEditPlan(findings: findings, values: values, edits: edits)
      let splices = plan.splices()
      return OPMLEdited(
        bytes: spliced(splices), unmoved: plan.unmoved, hadNoRoom: plan.hadNoRoom)
    }
  }

  // Splices are places in what was scanned: the original, or its transcript.
  private func spliced(_ splices: [OPMLSplice]) -> Data {
    guard !splices.isEmpty else { return bytes }
    return bytes.withUnsafeBytes { base in
      let all = OPMLBytes(base)
      var edited = Data(capacity: bytes.count)
      var place = 0
      for splice in splices {
        let cut = original(splice.range, in: all)
        if cut.lowerBound > place { edited.append(contentsOf: all.slice(place..<cut.lowerBound)) }
        for piece in splice.pieces {
          switch piece {
          case .text(let text): edited.append(contentsOf: encoded(text))
          case .bytes(let range): edited.append(contentsOf: all.slice(original(range, in: all)))
          }
        }
        place = max(place, cut.upperBound)
      }
      if place < all.count { edited.append(contentsOf: all.slice(place..<all.count)) }
      return edited
    }
  }

  private func original(_ range: Range<Int>, in all: OPMLBytes) -> Range<Int> {
    guard let transcript else { return range }
    let start = transcript.original(range.lowerBound, in: all)
    return start..<max(start, transcript.original(range.upperBound, in: all))
  }

  private func encoded(_ text: String) -> [UInt8] {
    if let transcript { return transcript.encoded(text) }
    return encoding == .utf8 ? Array(text.utf8) : Array(text.inReferences.utf8)
  }
}

/// A stretch of a document and what takes its place.
struct OPMLSplice {
  enum Piece {
    case text(String)
    case bytes(Range<Int>)
  }

  let range: Range<Int>
  let pieces: [Piece]
}

extension String {
  /// What is no ASCII written as numbers, which every encoding of a document can hold.
  fileprivate var inReferences: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isASCII {
        text.unicodeScalars.append(scalar)
      } else {
        text += "&#x\(String(scalar.value, radix: 16, uppercase: true));"
      }
    }
  }

  /// The text as the value of an attribute, whichever quotes stand around it.
  var asAttribute: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      case "\t", "\n", "\r": text += "&#\(scalar.value);"
      case _ where scalar.value < 0x20 || [0xFFFE, 0xFFFF].contains(scalar.value): break
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
