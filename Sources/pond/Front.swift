import ArgumentParser
import Foundation
import PondGraph

/// Runs a command and turns its end into words on the right stream and an exit code.
enum Front {
  /// Parses the arguments, runs what they ask for, and ends the process.
  static func run(arguments: [String]) -> Never {
    var wantsJSON = false
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
      report(failure, asJSON: wantsJSON)
    } catch {
      end(with: error, arguments)
    }
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
  private static func end(with error: any Error, _ arguments: [String]) -> Never {
    let code = PondCommand.exitCode(for: error)
    let message = PondCommand.fullMessage(for: error)
    guard code.isSuccess else {
      if code == ExitCode.validationFailure || error is ValidationError {
        let advice = Meant.advice(message, arguments)
        // Whoever is told what they may have meant needs no list of all there is.
        let short = message.split(separator: " Please provide", maxSplits: 1).first.map(String.init)
        report(
          UsageFailure(message: advice == nil ? message : short ?? message, advice: advice),
          asJSON: false)
      }
      report(UnexpectedFailure(underlying: error), asJSON: false)
    }
    do {
      let output = StandardOutput()
      if !message.isEmpty { try output.line(message) }
      try output.flush()
      exit(0)
    } catch let failure as any Failure {
      report(failure, asJSON: false)
    } catch {
      report(UnexpectedFailure(underlying: error), asJSON: false)
    }
  }

  private static func report(_ failure: any Failure, asJSON: Bool) -> Never {
    if asJSON { try? FailureJSON.write(failure) }
    Notice.line(FailureText.block(failure))
    exit(failure.kind.rawValue)
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
  var sentence: String {
    message.hasPrefix("Error: ") ? String(message.dropFirst("Error: ".count)) : message
  }
  var state: String? { nil }
  let advice: String?
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
