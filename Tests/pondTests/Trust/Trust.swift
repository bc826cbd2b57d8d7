import Foundation
import GRDB
import PondTestSupport
import Testing

/// What Pond promises when things go wrong, tried on the command itself: docs/Trust.md has the
/// table. These suites run one after another, for many of them measure time or compete on purpose.
@Suite("Trust", .serialized)
enum Trust {}

/// The promises that no other command disturbs, each tried while others are.
@Suite("Trust, side by side")
enum TrustSideBySide {}

extension PondProcess {
  /// The digest of the pond file, which is also checked for soundness.
  func soundDigest(sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    let doctor = try run("doctor", "--json")
    #expect(doctor.code == 0, "\(doctor.text)\(doctor.errors)", sourceLocation: sourceLocation)
    let digest = try run("doctor", "--digest")
    #expect(digest.code == 0, "\(digest.errors)", sourceLocation: sourceLocation)
    return digest.text
  }

  /// Writes an invented newsboat cache into the home and gives its path.
  func cache(_ name: String = "cache.db", _ cache: InventedCache = InventedCache()) throws -> String
  {
    try cache.write(to: path(name))
    return path(name)
  }

  /// What stands in a folder of the home, by name.
  func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? []).sorted()
  }
}

/// Another program that holds the lock of a pond file, until `close()`.
struct OtherPond {
  private let connection: DatabaseQueue

  /// Takes the lock: `IMMEDIATE` keeps writers out, `EXCLUSIVE` readers too.
  init(holding file: URL, _ lock: String = "EXCLUSIVE") throws {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = .timeout(20)
    connection = try DatabaseQueue(path: file.path, configuration: configuration)
    try connection.inDatabase { try $0.execute(sql: "BEGIN \(lock)") }
  }

  /// Lets the lock go.
  func close() throws {
    try connection.inDatabase { try $0.execute(sql: "ROLLBACK") }
    try connection.close()
  }
}

/// One failure as it must look: the code, one block of at most twelve lines that begins with
/// `pond: `, and nothing where results go (T-C01).
func expectFailure(
  _ outcome: PondProcess.Outcome, _ code: Int32, _ words: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(outcome.code == code, "\(outcome.errors)", sourceLocation: sourceLocation)
  #expect(outcome.output.isEmpty, "\(outcome.text)", sourceLocation: sourceLocation)
  expectBlock(outcome.errors, sourceLocation: sourceLocation)
  let says = words.isEmpty || outcome.errors.lowercased().contains(words.lowercased())
  #expect(says, "\(outcome.errors)", sourceLocation: sourceLocation)
}

/// One block of words about a failure.
func expectBlock(_ errors: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let lines = errors.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  let isFramed = errors.hasPrefix("pond: ") && errors.hasSuffix("\n")
  #expect(isFramed, "\(errors)", sourceLocation: sourceLocation)
  #expect((1...12).contains(lines.count), "\(errors)", sourceLocation: sourceLocation)
  #expect(
    lines.dropFirst().allSatisfy { $0.hasPrefix("      ") }, "\(errors)",
    sourceLocation: sourceLocation)
  let leaks = ["NSError", "Optional(", "Domain=", "Fatal error", "DatabaseError", "Swift."]
  #expect(!leaks.contains { errors.contains($0) }, "\(errors)", sourceLocation: sourceLocation)
}
