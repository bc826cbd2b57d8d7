import Foundation
import PondTestSupport
import Testing

/// Output held against a file that was looked at and committed. `POND_SNAPSHOTS=write` writes
/// the files anew; the difference is then read in the commit.
func expectSnapshot(
  _ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = Repository.url("Tests/pondTests/Snapshots/\(name).txt")
  if ProcessInfo.processInfo.environment["POND_SNAPSHOTS"] == "write" {
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  #expect(text == expected, "differs from Snapshots/\(name).txt", sourceLocation: sourceLocation)
}
