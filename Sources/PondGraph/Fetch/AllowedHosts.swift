/// The private hosts that the person lets Pond ask, each with its port or with any.
package struct AllowedHosts: Hashable, Sendable {
  /// In the order of their letters: `nas.local`, `127.0.0.1:8080`, `[::1]:8080`.
  package let entries: [String]

  /// Takes entries as a person writes them; what is none is left out.
  package init(_ entries: some Sequence<String>) {
    self.entries = Set(entries.compactMap(Self.entry)).sorted()
  }

  /// One entry in its one spelling; nil for what names no host.
  package static func entry(_ written: String) -> String? {
    let text = written.lowercased().filter { !$0.isWhitespace }
    guard !text.isEmpty, !text.contains("/"), !text.contains("@"),
      let address = WebAddress("http://\(text)/")
    else { return nil }
    let hasPort = text.count > address.host.count
    return hasPort ? "\(address.host):\(address.port)" : address.host
  }

  /// Whether an address may lead into a private network. What counts is the name that is asked
  /// for, not where it leads: an allowed number does not allow a name that resolves to it.
  package func allows(_ address: WebAddress) -> Bool {
    entries.contains(address.host) || entries.contains("\(address.host):\(address.port)")
  }
}
