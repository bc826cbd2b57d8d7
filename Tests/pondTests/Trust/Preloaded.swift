import Foundation
import PondTestSupport

extension PondProcess {
  /// What goes wrong with one operation on a file; Tests/FaultShim has the words.
  enum Fault: String, CaseIterable {
    case kill, torn, full, ENOSPC, EIO
  }

  private static let shim = products.appendingPathComponent("libFaultShim.so").path

  /// Lets the operations on files below a folder of the home be heard.
  mutating func listen(below folder: String) {
    environment["LD_PRELOAD"] = Self.shim
    environment["FAULT_ROOT"] = path(folder) + "/"
    environment["FAULT_LOG"] = path("operations")
    try? FileManager.default.removeItem(atPath: path("operations"))
  }

  /// The operations that were heard, in order.
  func heard() -> [String] {
    (try? String(contentsOfFile: path("operations"), encoding: .utf8))
      .map { $0.split(separator: "\n").map(String.init) } ?? []
  }

  /// Lets one operation go wrong, and with `always` every later one.
  mutating func fail(_ fault: Fault, at number: Int, always: Bool = false) {
    environment["FAULT_HOW"] = fault.rawValue
    environment["FAULT_AT"] = "\(number)"
    environment["FAULT_STICKY"] = always ? "1" : nil
  }

  /// Lets the memory be measured.
  mutating func weigh() {
    environment["LD_PRELOAD"] = Self.shim
    environment["PEAK_LOG"] = path("peak")
    unlink(path("peak"))
  }

  /// The most memory that the last run held, in megabytes; nil for one that did not end by itself.
  func peak() -> Double? {
    let text = try? String(contentsOfFile: path("peak"), encoding: .utf8)
    return text?.split(separator: "\n").last.flatMap { Double($0) }.map { $0 / 1024 }
  }

  /// Lets everything that has to do with the network be heard.
  mutating func listenToSockets() {
    environment["LD_PRELOAD"] = Self.shim
    environment["SOCKET_LOG"] = path("sockets")
  }
}
