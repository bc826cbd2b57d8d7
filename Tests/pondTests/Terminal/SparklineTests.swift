import PondTestSupport
import Testing

@testable import pond

@Suite("Posts a week as small bars")
struct SparklineTests {
  @Test("one scale for all: the same count is the same bar, a higher one never lower")
  func scale() {
    let row = Sparkline(unicode: true)
    #expect(row.row([0, 1, 2, 4, 8, 20, 60, 200], columns: 8) == "▁▂▃▄▅▆▇█")
    #expect(row.row([0, 1, 2, 4, 8, 20, 60, 1_000_000], columns: 8) == "▁▂▃▄▅▆▇█")
  }

  @Test("what was not observed is blank and not nothing (I6); neighbours are put together upwards")
  func unknown() {
    let row = Sparkline(unicode: false)
    #expect(row.row([nil, 0, 1], columns: 3) == " _.")
    #expect(row.row([nil, nil, 0, 1, 0, 0], columns: 3) == " ._")
    #expect(row.row([], columns: 6).isEmpty)
  }

  @Test("a locale that names another encoding gets ASCII; none named gets bars")
  func locale() throws {
    var pond = try MainJobTests.ada()
    defer { pond.remove() }
    #expect(try pond.run("plan").text.contains("█"))
    pond.environment["LC_ALL"] = "de_DE.ISO-8859-1"
    let plain = try pond.run("why", "Harbour Wire").text
    #expect(plain.contains("############") && !plain.contains("█"))
    pond.environment["LC_ALL"] = "de_DE.UTF-8"
    #expect(try pond.run("why", "Harbour Wire").text.contains("████████████"))
  }
}
