import Foundation

/// Which of the imported lists is trimmed.
package enum PickedList {
  /// The list that the person named by its path or the end of it, else the newest.
  /// - Throws: `PickedListFailure` where there is none, or the name fits none or several.
  package static func pick(
    _ named: String?, among originals: [OriginalDocument], format: String
  ) throws -> OriginalDocument {
    guard let newest = originals.first else { throw PickedListFailure.nothingImported(format) }
    guard let named else { return newest }
    let absolute = URL(fileURLWithPath: named).standardizedFileURL.path
    let exact = originals.filter { $0.path == absolute || $0.path == named }
    let matches = exact.isEmpty ? originals.filter { $0.path.hasSuffix(named) } : exact
    guard let match = matches.first, matches.count == 1 else {
      throw PickedListFailure.unknown(named: named, lists: originals.map(\.path))
    }
    return match
  }
}

/// Why no list could be picked.
package enum PickedListFailure: Failure, Hashable {
  /// No list of that format was imported.
  case nothingImported(String)
  /// No list of that format was known at a moment yet.
  case nothingYet(String)
  /// The name fits none of the lists, or several.
  case unknown(named: String, lists: [String])

  package var kind: FailureKind { .usage }

  package var sentence: String {
    switch self {
    case .nothingImported(let format): "no \(format) list was imported, so there is none to trim"
    case .nothingYet(let format): "no \(format) list was known then, so there was none to trim"
    case .unknown(let named, _): "'\(named)' fits not exactly one imported list; there are:"
    }
  }

  package var lines: [String] {
    guard case .unknown(_, let lists) = self else { return [] }
    return lists.prefix(8).map { "  " + $0 }
  }

  package var state: String? { "Nothing was written." }

  package var advice: String? {
    switch self {
    case .nothingImported("mastodon"):
      "pond import following_accounts.csv teaches Pond your list. Where your server takes no list back, "
        + "as Pixelfed does not: pond export fediverse"
    case .nothingImported("newsboat"): "pond import ~/.newsboat/urls teaches Pond your urls file."
    case .nothingImported: "pond import subscriptions.opml teaches Pond your list."
    case .nothingYet: "pond lists says when each list was learned."
    case .unknown: "Name one of them: --list PATH"
    }
  }
}
