/// What sort of trouble stopped a command: one for each exit code that a script can tell apart.
public enum FailureKind: Int32, Hashable, Sendable, CaseIterable {
  /// The command was called wrongly, or a needed `--yes` is missing.
  case usage = 64
  /// The input or the pond file is damaged or unknown; nothing was changed.
  case data = 65
  /// There is no such file, or it is a folder or device where a file is wanted.
  case noInput = 66
  /// A service or the network is not there.
  case unavailable = 69
  /// A fault of Pond's own.
  case software = 70
  /// An output exists already, or its folder does not.
  case cannotCreate = 73
  /// The disk is full or failing.
  case io = 74
  /// Another Pond is at work on the pond file.
  case busy = 75
  /// Permission is missing, or the file is read-only.
  case permission = 77
  /// The pond file is newer than this Pond, or a setting is wrong.
  case configuration = 78
}

/// Trouble that a person can act on. Every room has one enum of these; each case knows its
/// sentence.
public protocol Failure: Error, Sendable {
  /// Which exit code it deserves.
  var kind: FailureKind { get }
  /// What happened and where: `subs.opml: the file ends in the middle of a tag at line 214`.
  /// Foreign text in it is escaped where it is shown, not here. Addresses are masked. It is one line,
  /// whatever line ends a name in it has.
  var sentence: String { get }
  /// What belongs below the sentence, a line each: the accounts that a word fits. None for most.
  var lines: [String] { get }
  /// What state things are in now: `96 outlines stand before that point; nothing was imported.`
  /// Nil where nothing could have changed.
  var state: String? { get }
  /// The same for the trouble of one input among several: the others are taken all the same. Nil for
  /// trouble that stops everything, as that of the pond file does.
  var stateOfInput: String? { get }
  /// What to do next: `Export it again, or take what is there: pond import --partial subs.opml`.
  var advice: String? { get }
}

extension Failure {
  /// None.
  public var lines: [String] { [] }
  /// It stops everything.
  public var stateOfInput: String? { nil }
}
