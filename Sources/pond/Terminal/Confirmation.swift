import Foundation
import PondGraph

/// A yes before something that touches many things at once. Without a terminal nobody can be
/// asked, and `--yes` is needed.
enum Confirmation {
  /// Returns when the person agrees.
  /// - Throws: `Declined` when they do not, or cannot be asked.
  static func ask(_ question: String, given: Bool) throws {
    if given { return }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      throw Declined(question: question, couldAsk: false)
    }
    Notice.line("\(question) Go on? [y/N]")
    let answer = readLine()?.lowercased() ?? ""
    guard answer == "y" || answer == "yes" else {
      throw Declined(question: question, couldAsk: true)
    }
  }

  /// The person said no, or there was nobody to ask.
  struct Declined: Failure {
    let question: String
    let couldAsk: Bool
    var kind: FailureKind { .usage }
    var sentence: String { couldAsk ? "stopped, as you said" : question }
    var state: String? { "Nothing was changed." }
    var advice: String? { couldAsk ? nil : "Say --yes if that is what you want." }
  }
}
