import ArgumentParser

/// Done, but not with everything: exit 1, with the counts where a script looks for them.
enum Partial {
  /// Says on standard error what is missing, and gives back the exit.
  static func exit(_ counts: String) -> ExitCode {
    Notice.line("pond: done, but \(counts).")
    return ExitCode(1)
  }
}
