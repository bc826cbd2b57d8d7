import ArgumentParser
import PondGraph

/// `pond doctor`: is the pond file sound?
struct Doctor: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check the pond file, and say what to do if it is not sound.")

  @Flag(help: "Print only a hash of what the pond file holds; equal content gives an equal hash.")
  var digest = false

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption

  var wantsJSON: Bool { output.json }

  func run() throws {
    let out = StandardOutput()
    if digest {
      try out.line(try Pond(at: pond.path, for: .looking).digest())
      return try out.flush()
    }
    let report = try Pond.doctor(pond.path)
    if output.json {
      try JSONText.write(DoctorJSON(report), to: out)
    } else {
      for line in DoctorText.lines(report) { try out.line(line) }
    }
    try out.flush()
    if !report.isSound { throw ExitCode(FailureKind.data.rawValue) }
  }
}
