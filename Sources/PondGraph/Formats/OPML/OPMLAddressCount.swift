/// Holds the addresses that a document's bytes show against those that the scan took, so that none
/// is lost in silence.
struct OPMLAddressCount {
  let bytes: OPMLBytes
  let findings: OPMLFindings

  /// Every `xmlUrl=` outside of comments that no tag was seen to hold. In a well-formed document
  /// these are words inside a value or a text, and nothing is lost.
  var unread: [OPMLLoss] {
    guard findings.cut != nil || !findings.repairs.isEmpty else { return [] }
    var losses: [OPMLLoss] = []
    var taken = findings.addressNames[...]
    var ignored = findings.ignored[...]
    for name in Occurrences(bytes: bytes) {
      while let next = taken.first, Int(next) < name { taken.removeFirst() }
      while let next = ignored.first, next.upperBound <= name { ignored.removeFirst() }
      let isIgnored = ignored.first?.contains(name) == true
      if !isIgnored, taken.first.map(Int.init) != name { losses.append(loss(at: name)) }
    }
    return losses
  }

  private func loss(at place: Int) -> OPMLLoss {
    let isCut = findings.cut != nil && bytes.first(UInt8(ascii: "<"), from: place) == nil
    return OPMLLoss(
      offset: place, what: "an address",
      why: isCut ? "the file ends before its tag does" : "it stands in no tag that can be told")
  }

  /// The places of `xmlUrl` before a `=`, in any case, as a word of its own.
  struct Occurrences: Sequence, IteratorProtocol {
    let bytes: OPMLBytes
    private var place = 0

    init(bytes: OPMLBytes) {
      self.bytes = bytes
    }

    mutating func next() -> Int? {
      while let sign = bytes.first(UInt8(ascii: "="), from: place) {
        place = sign + 1
        if let name = nameStart(before: sign) { return name }
      }
      return nil
    }

    private func nameStart(before sign: Int) -> Int? {
      var end = sign
      while end > 0, sign - end < 16, bytes[end - 1].isBlank { end -= 1 }
      let start = end - 6
      guard bytes.has("xmlurl", at: start) else { return nil }
      let before = bytes[start - 1]
      let isWord =
        !before.isLetterASCII && !before.isDigitASCII && before != UInt8(ascii: "_")
        && before != UInt8(ascii: "-")
      return isWord ? start : nil
    }
  }
}
