import Foundation
import Testing

@testable import PondGraph

/// Whose feed a file is and when it was taken, as far as its name tells (formats.md §7).
@Suite("Names of feed files")
struct FeedFileNameTests {
  @Test(
    "a date in a name, alone or behind words",
    arguments: [
      ("2024-05-01.xml", "2024-05-01T00:00:00Z", true),
      ("2024-05-01T12-30.xml", "2024-05-01T12:30:00Z", true),
      ("2024-05-01_ab12cd.xml", "2024-05-01T00:00:00Z", true),
      ("2024-05-01-news.xml", "2024-05-01T00:00:00Z", false),
      ("pond-2024-05-01.xml", "2024-05-01T00:00:00Z", false),
      ("-2024-05-01.xml", "2024-05-01T00:00:00Z", false),
    ])
  func dated(_ name: String, _ date: String, _ isAlone: Bool) {
    let found = FeedFileName(path: "/feeds/\(name)")
    #expect(found.date?.formatted(.iso8601) == date)
    #expect(found.isDateAlone == isAlone)
  }

  @Test("numbers that are no date are none", arguments: ["20240501x.xml", "12345678.xml", "a.xml"])
  func undated(_ name: String) {
    #expect(FeedFileName(path: name).date == nil && !FeedFileName(path: name).isDateAlone)
  }
}
