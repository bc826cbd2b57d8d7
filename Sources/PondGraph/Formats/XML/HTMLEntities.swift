internal import CLibXML2

/// The names that HTML 4 gives characters.
package enum HTMLEntities {
  /// The character with this name (`eacute`, without `&` and `;`); nil for a name that HTML does
  /// not know.
  package static func scalar(named name: String) -> Unicode.Scalar? {
    var name = name
    return name.withUTF8 { scalar(named: $0) }
  }

  /// The same for a name in bytes.
  static func scalar(named name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    // The longest name has eight letters.
    guard name.count <= 8, !name.isEmpty, !name.contains(0) else { return nil }
    let value = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 9) { copy in
      copy.initialize(repeating: 0)
      _ = copy.update(fromContentsOf: name)
      return pond_html_entity(copy.baseAddress)
    }
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}
