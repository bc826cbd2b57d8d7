import Foundation

/// Tells the lines of places in a file; places that come in order cost one walk through it.
struct LineCounter {
  private var line = 1
  private var place = 0

  init() {}

  /// The line of a place, from 1.
  mutating func line(of offset: Int, in bytes: Data) -> Int {
    if offset < place { (line, place) = (1, 0) }
    let end = min(offset, bytes.count)
    bytes.withUnsafeBytes { all in
      guard let start = all.baseAddress else { return }
      while place < end, let found = memchr(start + place, 0x0A, end - place) {
        line += 1
        place = UnsafeRawPointer(found) - start + 1
      }
    }
    place = end
    return line
  }
}
