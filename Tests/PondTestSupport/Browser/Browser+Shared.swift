import Foundation

/// One browser for many tests: to open one takes a second. Whoever borrows it has it alone, in a tab of its
/// own, and what a tab was made to be goes with the tab.
extension Browser {
  // Changed under `lending` alone, and read once more when the process ends.
  private nonisolated(unsafe) static var shared: Browser?
  private static let lending = NSLock()
  private static let closing: Int32 = atexit { Browser.shared?.quit() }

  /// Lends the shared browser. One in which something went wrong is closed, and the next borrower gets another.
  public static func borrowed<Result>(_ body: (Browser) throws -> Result) throws -> Result {
    try lending.withLock {
      _ = closing
      let browser = try shared ?? Browser()
      shared = browser
      do {
        try browser.beginAnew()
        return try body(browser)
      } catch {
        browser.quit()
        shared = nil
        throw error
      }
    }
  }

  // Another tab in place of all that are there, and nothing in the logs.
  private func beginAnew() throws {
    let old = try tell("GET", "/window/handles") as? [String] ?? []
    try openTab()
    let own = try window()
    for window in old {
      try lead(window)
      try tell("DELETE", "/window")
    }
    try lead(own)
    _ = try console()
    _ = try requests()
    for file in try FileManager.default.contentsOfDirectory(atPath: downloads.path) {
      try FileManager.default.removeItem(at: downloads.appendingPathComponent(file))
    }
  }

  /// Makes this tab a phone of 390 by 844 that is touched, or a window again.
  public func become(phone: Bool) throws {
    guard phone else {
      try command("Emulation.clearDeviceMetricsOverride")
      try command("Emulation.setTouchEmulationEnabled", ["enabled": false])
      return
    }
    try command(
      "Emulation.setDeviceMetricsOverride",
      ["width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true])
    try command("Emulation.setTouchEmulationEnabled", ["enabled": true, "maxTouchPoints": 1])
  }
}
