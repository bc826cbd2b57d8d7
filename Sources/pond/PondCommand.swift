import ArgumentParser

@main
struct PondCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "pond")
}
