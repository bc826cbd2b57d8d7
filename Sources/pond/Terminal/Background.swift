import Foundation

/// A program that runs beside Pond: it has no terminal, its words go nowhere, and no key reaches it.
enum Background {
  /// Runs a program, found on the person's PATH, to its end, however long that takes.
  /// - Returns: its exit code; nil where it could not be started or a signal ended it.
  static func run(_ words: [String]) -> Int32? {
    guard let program = words.first else { return nil }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&files, number, "/dev/null", O_RDWR, 0)
    }
    let arguments = words.map { strdup($0) }
    defer { for word in arguments { free(word) } }
    var child: pid_t = 0
    guard posix_spawnp(&child, program, &files, &attributes, arguments + [nil], environ) == 0
    else { return nil }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }
}
