import ArgumentParser
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
    guard let refused = message.firstMatch(of: /The value '([^']*)' is invalid for/) else {
      return nil
    }
    return DidYouMean.advice(String(refused.output.1), among: words(of: arguments.first))
  }

  /// The names of all commands.
  static var commands: [String] {
    let configuration = PondCommand.configuration
    let grouped = configuration.groupedSubcommands.flatMap(\.subcommands)
    return (configuration.ungroupedSubcommands + grouped).map {
      $0.configuration.commandName ?? $0._commandName
    }
  }

  // The words that the arguments of a command take.
  private static func words(of command: String?) -> [String] {
    switch command {
    case "decide": Answer.allCases.map(\.rawValue)
    case "export": ExportFormat.allCases.map(\.rawValue)
    case "list":
      List.Order.allCases.map(\.rawValue) + AccountKind.allCases.map(\.rawValue)
        + RowOptions.Form.allCases.map(\.rawValue)
    default: []
    }
  }
}
