import ArgumentParser
import Foundation
import PondGraph

/// Runs a command and turns its end into words on the right stream and an exit code.
enum Front {
  /// Parses the arguments, runs what they ask for, and ends the process.
  static func run(arguments: [String]) -> Never {
    // Where the arguments are wrong no command can say what was asked for.
    var wantsJSON = namesJSON(arguments)
    do {
      try OpenFileLimit.ensure()
      var command = try PondCommand.parseAsRoot(arguments)
      wantsJSON = (command as? any AnswersInJSON)?.wantsJSON ?? false
      try command.run()
      keepCopies(arguments)
      exit(0)
    } catch let code as ExitCode {
      keepCopies(arguments)
      exit(code.rawValue)
    } catch let failure as any Failure {
      fail(with: failure, asJSON: wantsJSON, arguments)
    } catch {
      end(with: error, asJSON: wantsJSON, arguments)
    }
  }

  // A command may have changed something before it failed.
  private static func fail(
    with failure: any Failure, asJSON: Bool, _ arguments: [String]
  ) -> Never {
    say(failure, asJSON: asJSON)
    keepCopies(arguments)
    exit(failure.kind.rawValue)
  }

  // What the command changed stays whatever comes of the copies; they are no reason for another code.
  private static func keepCopies(_ arguments: [String]) {
    let told = arguments.firstIndex(of: "--now").map { arguments.dropFirst($0 + 1).prefix(1) }
    let clock = try? ClockOptions.parse(told.map { ["--now"] + $0 } ?? [])
    for failure in Pond.keepCopies(now: (try? clock?.present()) ?? Date()) {
      Notice.line("pond: no copy was made of what was changed: \(failure.sentence)")
    }
  }

  // Help and version are asked for, and go to standard output through the checked door; what is
  // wrong with the arguments goes to standard error.
  private static func end(
    with error: any Error, asJSON: Bool, _ arguments: [String]
  ) -> Never {
    let code = PondCommand.exitCode(for: error)
    let message = PondCommand.fullMessage(for: error)
    guard code.isSuccess else {
      if code == ExitCode.validationFailure || error is ValidationError {
        let advice = Meant.advice(message, arguments)
        // Whoever is told what they may have meant needs no list of all there is.
        let short = message.split(separator: " Please provide", maxSplits: 1).first.map(String.init)
        fail(
          with: UsageFailure(message: advice == nil ? message : short ?? message, advice: advice),
          asJSON: asJSON, arguments)
      }
      fail(with: UnexpectedFailure(underlying: error), asJSON: asJSON, arguments)
    }
    do {
      let output = StandardOutput()
      if !message.isEmpty { try output.line(message) }
      try output.flush()
      exit(0)
    } catch {
      let failure = (error as? any Failure) ?? UnexpectedFailure(underlying: error)
      fail(with: failure, asJSON: false, arguments)
    }
  }

  private static func say(_ failure: any Failure, asJSON: Bool) {
    if asJSON { try? FailureJSON.write(failure) }
    Notice.line(FailureText.block(failure))
  }

  private static func namesJSON(_ arguments: [String]) -> Bool {
    let options = arguments.prefix { $0 != "--" }
    return options.contains("--json") || options.contains("--format=json")
      || zip(options, options.dropFirst()).contains { $0 == ("--format", "json") }
  }

  /// Refuses what is no text: a name that Pond would read otherwise than it is written is the name of
  /// another file. To be called before anything is parsed.
  static func refuseOddBytes() {
    let words = (1..<max(1, Int(CommandLine.argc))).compactMap { CommandLine.unsafeArgv[$0] }
    let file = getenv("POND_FILE")
    for word in words + [file].compactMap({ $0 }) where String(validatingCString: word) == nil {
      let failure = OddBytes(what: word == file ? "POND_FILE" : "'\(String(cString: word))'")
      fail(with: failure, asJSON: namesJSON(words.map { String(cString: $0) }), [])
    }
  }
}

/// A command that can answer in JSON, and whether it was asked to.
protocol AnswersInJSON {
  var wantsJSON: Bool { get }
}

/// The arguments are wrong; the parser says how.
struct UsageFailure: Failure {
  let message: String
  var kind: FailureKind { .usage }
  var sentence: String { said.first ?? "" }
  var lines: [String] { Array(said.dropFirst()) }
  var state: String? { nil }
  let advice: String?

  private var said: [String] {
    let text = message.hasPrefix("Error: ") ? message.dropFirst("Error: ".count) : message[...]
    return text.split(separator: "\n").map(String.init)
  }
}

/// Something went wrong that no room foresaw.
struct UnexpectedFailure: Failure {
  let underlying: any Error
  var kind: FailureKind { .software }
  var sentence: String { "a fault of Pond's own (\(type(of: underlying)))" }
  var state: String? {
    "Whatever was being written was given up whole; what was there before is kept."
  }
  var advice: String? {
    "Please tell us what you ran; pond doctor says whether the pond file is sound."
  }
}

/// Something that was said is not in UTF-8.
struct OddBytes: Failure {
  let what: String
  var kind: FailureKind { .usage }
  var sentence: String { "\(what) is not in UTF-8, and Pond cannot name such a file" }
  var state: String? { "Nothing was done." }
  var advice: String? {
    "Rename the file; or say - and let your shell read or write it: pond import - < FILE"
  }
}
