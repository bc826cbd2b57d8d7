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

  @Test("what goes into a pipe has bars, whatever encoding the locale names")
  func locale() throws {
    var pond = try MainJobTests.ada()
    defer { pond.remove() }
    let told = try pond.run("why", "Harbour Wire").text
    #expect(told.contains("████████████"))
    pond.environment["LC_ALL"] = "de_DE.ISO-8859-1"
    #expect(try pond.run("why", "Harbour Wire").text == told)
  }
}
