import Foundation

/// A program to which the terminal is left while it runs.
enum Foreground {
  /// Runs a program, found on the person's PATH, to its end.
  /// - Parameter input: an open file that it reads as its standard input; nil for Pond's own.
  /// - Returns: its exit code; nil where it could not be started or a signal ended it.
  static func run(_ words: [String], input: Int32? = nil) -> Int32? {
    // Foundation's Process would start a process group of its own, which the system stops as soon
    // as it reads from the terminal.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var keys = sigset_t()
    sigemptyset(&keys)
    for number in [SIGINT, SIGQUIT] { sigaddset(&keys, number) }
    posix_spawnattr_setsigdefault(&attributes, &keys)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    return leavingKeysAlone { wait(for: start(words, &attributes, input)) }
  }

  private static func start(
    _ words: [String], _ attributes: inout posix_spawnattr_t, _ input: Int32?
  ) -> pid_t? {
    guard let program = words.first else { return nil }
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    if let input { posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO) }
    let arguments = words.map { strdup($0) }
    defer { for word in arguments { free(word) } }
    var number: pid_t = 0
    let result = posix_spawnp(&number, program, &files, &attributes, arguments + [nil], environ)
    return result == 0 ? number : nil
  }

  private static func wait(for process: pid_t?) -> Int32? {
    guard let process else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  // Ctrl-C and Ctrl-\ are the editor's while it runs, as in git; Pond must not end under it.
  private static func leavingKeysAlone<Result>(_ body: () -> Result) -> Result {
    let before = [SIGINT, SIGQUIT].map { ($0, signal($0, SIG_IGN)) }
    defer { for (number, action) in before { signal(number, action) } }
    return body()
  }
}
