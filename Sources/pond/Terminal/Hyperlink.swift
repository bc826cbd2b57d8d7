import Foundation
import PondGraph

/// Links in a terminal that knows them (OSC 8): the words stay what they are, a click opens the page.
enum Hyperlink {
  /// Whether standard output is a terminal that is known to understand them. One that is not may
  /// print them as rubbish, so it is asked by name.
  static let isKnown: Bool = {
    let environment = ProcessInfo.processInfo.environment
    guard isatty(STDOUT_FILENO) == 1, environment["TERM"] != "dumb" else { return false }
    if (environment["VTE_VERSION"].flatMap { Int($0) } ?? 0) >= 5_000 { return true }
    let marks = ["KITTY_WINDOW_ID", "KONSOLE_VERSION", "WT_SESSION", "WEZTERM_PANE"]
    if marks.contains(where: { environment[$0]?.isEmpty == false }) { return true }
    let programs: Set<String> = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"]
    let terms: Set<String> = ["xterm-kitty", "foot", "alacritty", "xterm-ghostty"]
    return programs.contains(environment["TERM_PROGRAM"] ?? "")
      || terms.contains(environment["TERM"] ?? "")
  }()

  /// The text as a link to an account's page; as it is where there is no page without a secret.
  static func text(
    _ text: String, to account: Account, isKnown: Bool = Hyperlink.isKnown
  ) -> String {
    guard isKnown, let page = page(of: account) else { return text }
    return "\u{1B}]8;;\(page.written)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
  }

  /// The first page of the web under which an account can be looked at: its home page, its profile,
  /// its feed; nil where each has a secret in it or is none of the web.
  static func page(of account: Account) -> Address? {
    [account.site, account.key.profile, account.feed].lazy.compactMap { $0 }
      .first(where: isHarmless)
  }

  /// Whether it is an address of the web with no secret in it, made of nothing but the letters of an
  /// address: what would end the sequence, or be an option of a browser, cannot stand in it.
  static func isHarmless(_ address: Address) -> Bool {
    let small = address.written.prefix(8).lowercased()
    return (small.hasPrefix("https://") || small.hasPrefix("http://"))
      && address.masked == address.written && address.written.utf8.count < 2_000
      && address.written.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }
}
