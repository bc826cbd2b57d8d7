import ArgumentParser
import Foundation
import PondGraph

/// What somebody may have meant by an argument that the parser refused.
enum Meant {
  /// "Did you mean let-go?"; nil where nothing is near.
  /// - Parameters:
  ///   - message: what the parser said.
  ///   - arguments: what was typed.
  static func advice(_ message: String, _ arguments: [String]) -> String? {
    if let first = arguments.first, !first.hasPrefix("-"), !commands.contains(first),
      let near = DidYouMean.advice(first, among: commands)
    {
      return near
    }
    if let near = subcommand(arguments) { return near }
    guard let refused = message.firstMatch(of: /The value '([^']*)' is invalid for/) else {
      return nil
    }
    return DidYouMean.advice(
      String(refused.output.1), among: words(of: arguments.first) + offered(in: message))
  }

  // Commands of commands: pond config.
  private static func subcommand(_ arguments: [String]) -> String? {
    guard arguments.count > 1, !arguments[1].hasPrefix("-"),
      let command = all.first(where: { name(of: $0) == arguments[0] })
    else { return nil }
    let inner = command.configuration.subcommands.map(name)
    return inner.contains(arguments[1]) ? nil : DidYouMean.advice(arguments[1], among: inner)
  }

  // What the parser itself says that there is: 'costliest', 'oldest' or 'quietest'.
  private static func offered(in message: String) -> [String] {
    guard let start = message.range(of: "Please provide one of ") else { return [] }
    let sentence = message[start.upperBound...].prefix { !$0.isNewline }
    return sentence.matches(of: /'([^']*)'/).map { String($0.output.1) }
  }

  /// The names of all commands.
  static var commands: [String] { all.map(name) }

  private static var all: [any ParsableCommand.Type] {
    let configuration = PondCommand.configuration
    return configuration.ungroupedSubcommands
      + configuration.groupedSubcommands.flatMap(\.subcommands)
  }

  private static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? command._commandName
  }

  // The words that the arguments of a command take.
  private static func words(of command: String?) -> [String] {
    switch command {
    case "decide": Answer.allCases.map(\.rawValue)
    case "export": ExportFormat.allCases.map(\.rawValue)
    case "list": List.Order.allCases.map(\.rawValue) + AccountKind.allCases.map(\.rawValue)
    default: []
    }
  }
}
