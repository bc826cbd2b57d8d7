/// Why no list was made that would replace the one a network has.
package enum OverwriteFailure: Failure, Hashable {
  /// It would hold nobody: given back with Overwrite it unfollows everybody.
  case nobodyLeft(path: String, before: Int)
  /// A newer list of the same account follows people whom this one would unfollow.
  case outdated(path: String, newer: String, count: Int)
  /// Nobody said that the list is that person's, or somebody said that it is another's.
  case anotherOwner(path: String, owner: String?, me: String)
  /// A field of it says neither yes nor no in any language that Pond knows.
  case oddWord(path: String, line: Int, word: String)
  /// It keeps no record of who is followed under which address.
  case noRecords(path: String)

  package var kind: FailureKind {
    switch self {
    case .nobodyLeft, .outdated, .anotherOwner: .usage
    case .noRecords, .oddWord: .data
    }
  }

  package var sentence: String {
    switch self {
    case .nobodyLeft(let path, 0):
      "\(path): there is nobody in this list; given back, it would unfollow everybody you follow"
    case .nobodyLeft(let path, let before):
      "\(path): all \(before) entries would go; given back, the list would unfollow everybody"
    case .outdated(let path, let newer, let count):
      "\(path): given back, it would unfollow \(count == 1 ? "one" : "\(count)") whom you follow by "
        + "\(newer) and never decided to let go"
    case .anotherOwner(let path, let owner?, let me):
      "\(path): this is the list of \(owner), not of \(me)"
    case .anotherOwner(let path, nil, let me):
      "\(path): nothing says that this is the list of \(me)"
    case .oddWord(let path, let line, let word):
      "\(path), line \(line): '\(word)' is neither true nor false, as Mastodon's list has it"
    case .noRecords(let path): "\(path): no follow stands in what was kept of this list"
    }
  }

  package var state: String? { "Nothing was written; the original is unchanged." }

  package var advice: String? {
    switch self {
    case .nobodyLeft: "Unfollow them on the network itself, or keep somebody."
    case .outdated: "Leave --list out, and the newest list is trimmed."
    case .anotherOwner(let path, nil, let me):
      "If it is, import it with its owner: pond import --me \(me) \(path)"
    case .anotherOwner: "Name the list that is yours: --list PATH"
    case .oddWord: "Correct the word, or export the list again from your server, and import it."
    case .noRecords: "Export the list again from the network, import it, then try again."
    }
  }
}
