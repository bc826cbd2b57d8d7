import PondGraph

/// Everything that Pond reads, from the register of importers.
enum FormatsText {
  /// A name, and below it what is learned.
  static var lines: [String] {
    Pond.formats.flatMap { format in
      [format.name] + Words.wrap(format.learns, to: 74).map { "    " + $0 }
    }
  }
}
