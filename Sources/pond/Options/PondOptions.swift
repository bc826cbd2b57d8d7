import ArgumentParser
import Foundation
import PondGraph

/// What every command that works with a pond file takes.
struct PondOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The pond file. Default: $POND_FILE, else $XDG_DATA_HOME/pond/pond.sqlite.",
      valueName: "file"))
  var pond: String?

  @Flag(name: .long, help: "Say nothing but what was asked for and what went wrong.")
  var quiet = false

  @OptionGroup(visibility: .hidden)
  var clock: ClockOptions

  /// Where the pond file is, by option, environment, or the place the system keeps data in.
  var path: String {
    let environment = ProcessInfo.processInfo.environment
    if let pond, !pond.isEmpty { return pond }
    if let file = environment["POND_FILE"], !file.isEmpty { return file }
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      return data + "/pond/pond.sqlite"
    }
    // NSHomeDirectory() looks past a HOME that is not there yet; what the person set counts.
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? NSHomeDirectory()
    return home + "/.local/share/pond/pond.sqlite"
  }

  /// Says something that was not asked for, unless `--quiet`.
  func notice(_ line: String) {
    if !quiet { Notice.line(line) }
  }
}

/// The present, which can be told so that a run can be repeated.
struct ClockOptions: ParsableArguments {
  @Option(name: .long, help: "The moment that counts as the present.", transform: Self.moment)
  var now: Date?

  /// The moment told, else $POND_NOW, else the clock's.
  func present() throws -> Date {
    if let now { return now }
    if let told = ProcessInfo.processInfo.environment["POND_NOW"], !told.isEmpty {
      guard let date = Moment.parse(told) else {
        throw ValidationError("POND_NOW is '\(told)', which is no ISO 8601 date.")
      }
      return date
    }
    return Date()
  }

  private static func moment(_ text: String) throws -> Date {
    guard let date = Moment.parse(text) else {
      throw ValidationError("'\(text)' is no ISO 8601 date, such as 2026-06-01T08:00:00Z.")
    }
    return date
  }
}

/// `--json`, for commands that print results.
struct JSONOption: ParsableArguments {
  @Flag(name: .long, help: "Answer in JSON (docs/JSONOutput.md).")
  var json = false
}
