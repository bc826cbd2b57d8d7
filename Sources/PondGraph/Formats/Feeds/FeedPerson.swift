/// People as RSS writes them: `mail@host (Name)`, `Name <mail@host>`, `Name`.
enum FeedPerson {
  /// The name; the whole text where there is no more than an address.
  static func name(in written: String) -> String {
    guard written.contains("@") else { return written }
    if written.hasSuffix(")"), let open = written.lastIndex(of: "("),
      written[..<open].contains("@")
    {
      return nonBlank(written[written.index(after: open)...].dropLast()) ?? written
    }
    if let open = written.firstIndex(of: "<"), written.hasSuffix(">"),
      written[open...].contains("@")
    {
      return nonBlank(written[..<open]) ?? nonBlank(written[open...].dropFirst().dropLast())
        ?? written
    }
    return written
  }

  private static func nonBlank(_ text: Substring) -> String? {
    let name = String(text).trimmed
    return name.isEmpty ? nil : name
  }
}
