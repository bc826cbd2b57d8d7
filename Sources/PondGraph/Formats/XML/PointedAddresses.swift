/// The addresses that a text points at: those of other pages, the first few of them, each once and
/// without what stands behind the path. What stands there may be somebody's own, and whose page it is
/// it does not say.
struct PointedAddresses {
  /// The addresses as written, references resolved, in the order of the text.
  private(set) var all: [String] = []

  /// A text that points at more pages than this points at no more of them.
  private static let most = 24
  /// What is longer is no address of anybody's place.
  private static let longest = 300

  /// Takes the `href` of a tag; one that leads nowhere else, for it has no scheme, says nothing.
  /// O(bytes of the tag).
  mutating func take(tag: Slice<UnsafeBufferPointer<UInt8>>) {
    guard all.count < Self.most else { return }
    take(UnsafeBufferPointer(rebasing: tag))
  }

  private mutating func take(_ tag: UnsafeBufferPointer<UInt8>) {
    if let value = Self.value(of: "href", in: tag) { take(address: value) }
  }

  /// Takes an address.
  mutating func take(address: String) {
    guard all.count < Self.most else { return }
    var address = address
    address.withUTF8 { take(address: $0) }
  }

  private mutating func take(address: UnsafeBufferPointer<UInt8>) {
    let written = address.drop(while: \.isBlank)
    let whole = UnsafeBufferPointer(rebasing: written)
    guard whole.hasLetters("http://", at: 0) || whole.hasLetters("https://", at: 0) else { return }
    let end = whole.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") || $0.isBlank }
    let path = UnsafeBufferPointer(rebasing: whole[..<(end ?? whole.endIndex)])
    guard path.count <= Self.longest else { return }
    let bytes = path.contains(UInt8(ascii: "&")) ? HTMLReference.resolved(path) : Array(path)
    let text = String(decoding: bytes, as: UTF8.self)
    if !all.contains(text) { all.append(text) }
  }

  /// The value of an attribute as written; nil where the tag has none of that name.
  static func value(
    of name: StaticString, in tag: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    guard let start = start(of: name, in: tag) else { return nil }
    let first = tag[start]
    let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    let value = tag[(isQuoted ? start + 1 : start)...]
    let end = value.firstIndex { isQuoted ? $0 == first : $0.isBlank || $0 == UInt8(ascii: ">") }
    return UnsafeBufferPointer(rebasing: value[..<(end ?? value.endIndex)])
  }

  /// The index at which the value of an attribute begins; nil where the tag has none of that name.
  private static func start(
    of name: StaticString, in tag: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var index = 2
    while index < tag.count {
      let isStart = tag[index - 1].isBlank || tag[index - 1] == UInt8(ascii: "\"")
      if isStart, tag.hasLetters(name, at: index) {
        var next = index + name.utf8CodeUnitCount
        while next < tag.count, tag[next].isBlank { next += 1 }
        if next < tag.count, tag[next] == UInt8(ascii: "=") {
          next += 1
          while next < tag.count, tag[next].isBlank { next += 1 }
          return next < tag.count ? next : nil
        }
      }
      index += 1
    }
    return nil
  }
}
