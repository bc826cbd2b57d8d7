public import Foundation

/// A browser without a screen, led over WebDriver: a profile of its own, a folder for downloads of its own, and
/// no way to any name but 127.0.0.1. A class, for it ends what it began.
public final class Browser {
  /// What kind of browser.
  public struct Wish: Sendable {
    /// Whether pages may run scripts.
    public var hasScript = true
    /// Whether it keeps cookies.
    public var hasCookies = true

    /// One that does all that browsers do.
    public init(hasScript: Bool = true, hasCookies: Bool = true) {
      self.hasScript = hasScript
      self.hasCookies = hasCookies
    }
  }

  /// Whether this machine has one.
  public static var isAvailable: Bool { ChromeDriver.path != nil }

  /// The folder into which it loads files down.
  public let downloads: URL
  private let home: URL
  private let driver: ChromeDriver
  private var session: String?
  private var process: Int32?

  /// Opens one.
  public init(_ wish: Wish = Wish()) throws {
    home = FileManager.default.temporaryDirectory
      .appendingPathComponent("pond-browser-\(UUID().uuidString)")
    downloads = home.appendingPathComponent("downloads")
    try FileManager.default.createDirectory(at: downloads, withIntermediateDirectories: true)
    do {
      driver = try ChromeDriver(home: home.path)
    } catch {
      try? FileManager.default.removeItem(at: home)
      throw error
    }
    do {
      try begin(wish)
    } catch {
      quit()
      throw error
    }
  }

  deinit { quit() }

  /// Closes it and removes what it wrote.
  public func quit() {
    if session != nil { _ = try? tell("DELETE", "") }
    session = nil
    driver.stop()
    // The browser of a driver that could not end it.
    if let process { kill(process, SIGKILL) }
    process = nil
    try? FileManager.default.removeItem(at: home)
  }

  /// Says something to this browser's driver.
  @discardableResult
  func tell(_ method: String, _ path: String, _ said: [String: Any] = [:]) throws -> Any? {
    guard let session else { throw Child.Trouble(description: "the browser is closed") }
    return try driver.tell(method, "/session/\(session)\(path)", said)
  }

  /// Says something in the browser's own protocol.
  @discardableResult
  public func command(_ name: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    try tell("POST", "/goog/cdp/execute", ["cmd": name, "params": parameters]) as? [String: Any]
      ?? [:]
  }

  private func begin(_ wish: Wish) throws {
    let options: [String: Any] = ["args": arguments, "prefs": preferences(wish)]
    let wanted: [String: Any] = [
      "browserName": "chrome", "goog:chromeOptions": options,
      "goog:loggingPrefs": ["browser": "ALL", "performance": "ALL"],
    ]
    let made =
      try driver.tell(
        "POST", "/session", ["capabilities": ["alwaysMatch": wanted]]) as? [String: Any]
    guard let id = made?["sessionId"] as? String else {
      throw Child.Trouble(description: "no browser was opened")
    }
    session = id
    process = ((made?["capabilities"] as? [String: Any])?["goog:processID"] as? Int).map(Int32.init)
  }

  private var arguments: [String] {
    let own = [
      "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--window-size=1280,900", "--lang=en",
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    ]
    return geteuid() == 0 ? own + ["--no-sandbox"] : own
  }

  // 2 forbids.
  private func preferences(_ wish: Wish) -> [String: Any] {
    var all: [String: Any] = [
      "download.default_directory": downloads.path, "download.prompt_for_download": false,
    ]
    if !wish.hasScript { all["profile.managed_default_content_settings.javascript"] = 2 }
    if !wish.hasCookies { all["profile.default_content_setting_values.cookies"] = 2 }
    return all
  }
}
