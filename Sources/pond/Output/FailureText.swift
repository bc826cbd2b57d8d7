import Foundation
import PondGraph

/// Trouble as a person reads it: what and where, the state things are in, what to do.
enum FailureText {
  /// At most twelve lines for standard error.
  static func block(_ failure: any Failure) -> String {
    let block = sentences(failure).prefix(12).enumerated().map { index, line in
      (index == 0 ? "pond: " : "      ") + line
    }
    return block.joined(separator: "\n")
  }
}

extension FailureText {
  /// The same, sentence by sentence.
  static func sentences(_ failure: any Failure) -> [String] {
    [failure.sentence, failure.state, failure.advice].compactMap { $0 }
      .flatMap { $0.split(separator: "\n").map { Sanitize.line(String($0)) } }
  }
}

/// Trouble as a script reads it, on standard output, only where JSON was asked for.
enum FailureJSON {
  struct Body: Encodable {
    struct Details: Encodable {
      let code: Int32
      let name: String
      let message: String
      let state: String?
      let advice: String?
    }
    let error: Details
  }

  /// Writes `{"error":{…}}`.
  static func write(_ failure: any Failure) throws {
    let details = Body.Details(
      code: failure.kind.rawValue, name: failure.kind.name, message: failure.sentence,
      state: failure.state, advice: failure.advice)
    try JSONText.write(Body(error: details), to: StandardOutput())
  }
}

extension FailureKind {
  /// The name that sysexits.h gives it, for scripts.
  var name: String {
    switch self {
    case .usage: "USAGE"
    case .data: "DATAERR"
    case .noInput: "NOINPUT"
    case .unavailable: "UNAVAILABLE"
    case .software: "SOFTWARE"
    case .cannotCreate: "CANTCREAT"
    case .io: "IOERR"
    case .busy: "TEMPFAIL"
    case .permission: "NOPERM"
    case .configuration: "CONFIG"
    }
  }
}
