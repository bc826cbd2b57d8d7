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
  /// The same, sentence by sentence. Each is one line, whatever line ends the names in it have.
  static func sentences(_ failure: any Failure) -> [String] {
    ([failure.sentence] + failure.lines + [failure.state, failure.advice].compactMap { $0 })
      .map(Sanitize.line)
  }
}

/// Trouble as a script reads it, on standard output, only where JSON was asked for.
enum FailureJSON {
  struct Body: Encodable {
    let error: Details
  }

  struct Details: Encodable {
    let code: Int32
    let name: String
    let message: String
    let state: String?
    let advice: String?

    init(_ failure: any Failure) {
      code = failure.kind.rawValue
      name = failure.kind.name
      message = ([failure.sentence] + failure.lines).joined(separator: "\n")
      state = failure.state
      advice = failure.advice
    }
  }

  /// One input of several that failed.
  struct Input: Encodable {
    let path: String
    let error: Details

    init(_ input: FailedInput) {
      path = input.path
      error = Details(input)
    }
  }

  /// Writes `{"error":{…}}`.
  static func write(_ failure: any Failure) throws {
    try JSONText.write(Body(error: Details(failure)), to: StandardOutput())
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
