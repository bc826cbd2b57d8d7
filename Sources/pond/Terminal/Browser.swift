import Foundation
import PondGraph

/// The person's own browser.
enum Browser {
  /// Shows a file or a page in `$BROWSER`, else in what the desktop opens pages with.
  /// - Parameter place: a path, or an address of the web; no shell sees it.
  /// - Throws: `BrowserFailure` where there is none, or it did not end well.
  static func open(_ place: String) throws {
    let isPage = Address(place).reach == .web && place.contains("://")
    let target = isPage ? place : URL(fileURLWithPath: place).path
    for command in commands {
      if Foreground.run(command + [target]) == 0 { return }
    }
    throw BrowserFailure(place: place)
  }

  /// Shows a page likewise, and lets Pond go on meanwhile.
  /// - Parameter failed: told on a thread of its own where no browser showed it.
  static func openBeside(_ page: String, failed: @escaping @Sendable () -> Void) {
    let commands = commands.map { $0 + [page] }
    Thread.detachNewThread {
      if !commands.contains(where: { Background.run($0) == 0 }) { failed() }
    }
  }

  private static var commands: [[String]] {
    let named = ProcessInfo.processInfo.environment["BROWSER"] ?? ""
    // The variable may name several, with colons between.
    let own = named.split(separator: ":").map { $0.split(separator: " ").map(String.init) }
    return own.isEmpty ? [["xdg-open"], ["open"]] : own
  }
}

/// Nothing was there to show a page with.
struct BrowserFailure: Failure {
  let place: String
  var kind: FailureKind { .unavailable }
  var sentence: String { "no browser opened \(Address(place).masked)" }
  var state: String? { "What was written is there." }
  var advice: String? { "Set BROWSER to the browser you use, or open it by hand." }
}
