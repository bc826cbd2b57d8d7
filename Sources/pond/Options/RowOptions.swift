import ArgumentParser
import Foundation
import PondGraph

/// How a list is written: for a person, or a row each for programs.
struct RowOptions: ParsableArguments {
  /// A form of a list.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    /// Columns that fit the terminal.
    case table
    /// Whole values with tabs between them, a header first.
    case tsv
    /// One JSON document.
    case json
    /// One JSON object a line.
    case nl
  }

  @Option(
    help: "table, tsv, json or nl (an object a line); a pipe gets tsv, but from plan.")
  var format: Form?

  @Option(
    help: ArgumentHelp(
      "The columns of tsv, in order, with commas: id,address,title.", valueName: "names"))
  var fields: String?

  /// The form that was asked for, else what fits the other end.
  var shape: Form { shape(inPipe: .tsv) }

  /// The form that was asked for, else a table for a terminal, and `other` for everything else: a
  /// plan says more than its rows, and stays a text in a pipe.
  func shape(inPipe other: Form) -> Form {
    if let format { return format }
    if fields != nil { return .tsv }
    return isatty(STDOUT_FILENO) == 1 ? .table : other
  }

  /// The columns that were named; none for all.
  var names: [String] {
    fields?.split(separator: ",").map { String($0.trimmingPrefix { $0 == " " }) } ?? []
  }

  /// - Throws: `ValidationError` for a column that there is not.
  func check(_ known: [String]) throws {
    for name in names where !known.contains(name) {
      let near = DidYouMean.advice(name, among: known)
      throw ValidationError(
        "There is no column '\(name)'. " + (near ?? "There are: \(known.joined(separator: ", ")).")
      )
    }
  }
}
