/// Why no list was made that would replace the one a network has.
package enum OverwriteFailure: Failure, Hashable {
  /// It would hold nobody: given back with Overwrite it unfollows everybody.
  case nobodyLeft(path: String, before: Int)
  /// It keeps no record of who is followed under which address.
  case noRecords(path: String)

  package var kind: FailureKind {
    switch self {
    case .nobodyLeft: .usage
    case .noRecords: .data
    }
  }

  package var sentence: String {
    switch self {
    case .nobodyLeft(let path, 0):
      "\(path): there is nobody in this list; given back, it would unfollow everybody you follow"
    case .nobodyLeft(let path, let before):
      "\(path): all \(before) entries would go; given back, the list would unfollow everybody"
    case .noRecords(let path): "\(path): no follow stands in what was kept of this list"
    }
  }

  package var state: String? { "Nothing was written; the original is unchanged." }

  package var advice: String? {
    switch self {
    case .nobodyLeft: "Unfollow them on the network itself, or keep somebody."
    case .noRecords: "Export the list again from the network, import it, then try again."
    }
  }
}
