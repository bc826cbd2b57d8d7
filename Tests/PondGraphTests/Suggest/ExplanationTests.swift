import Testing

@testable import PondGraph

@Suite("pond explain")
struct ExplanationTests {
  @Test("plain text, at most 78 characters to the line", arguments: Explanation.Topic.allCases)
  func width(_ topic: Explanation.Topic) {
    let text = Explanation(topic).text
    #expect(text.count > 100)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      #expect(line.count <= 78, "\(line)")
      #expect(!line.hasSuffix(" "), "\(line)")
      #expect(line.allSatisfy { $0.isASCII }, "\(line)")
    }
    #expect(!text.hasSuffix("\n"))
  }

  @Test("the numbers are those that the code computes with")
  func numbers() throws {
    let bar = Explanation(.bar).text
    #expect(bar.contains("lambda0 = \(Figures.count(Bar.allowance)) / minutes"))
    #expect(bar.contains("\(Figures.decimal(Bar.price, 2)) * max(0, 1 - lambda0 / lambda)"))
    let credits = Explanation(.credits).text
    for kind in ActKind.allCases {
      let credit = Figures.decimal(Credits.standard[kind], 2)
      let row = try Regex("\(kind.rawValue) +\(credit)\\n")
      #expect(credits.contains(row), "\(kind)")
    }
    let choosing = Explanation(.choosing).text.replacing("\n", with: " ")
    #expect(choosing.contains("holds \(Rings.closeSize) accounts and"))
    #expect(choosing.contains("\(Figures.percent(DissentReserve.share)) of the places"))
    #expect(Explanation(.signals).text.contains("h = \(Figures.count(Fading.halfLife))"))
  }

  @Test("the bar's curve: flat at nothing, rising, level at the price of a post")
  func curve() throws {
    let lines = BarCurve().text.split(separator: "\n").map(String.init)
    let drawn = lines.dropFirst().filter { $0.dropFirst(5).hasPrefix("|") }
    #expect(drawn.count == 11)
    #expect(drawn.first?.hasPrefix(" 10% |") == true && drawn.last?.hasPrefix("  0% |") == true)
    for sign in ["*", "o"] as [Character] {
      let columns = drawn.compactMap { line in
        line.firstIndex(of: sign).map { line.distance(from: line.startIndex, to: $0) }
      }
      #expect(columns == columns.sorted(by: >), "the higher, the further to the right")
      #expect(columns.count > 5)
    }
    let free = try #require(drawn.last).filter { $0 == "*" || $0 == "o" }
    #expect(free.hasPrefix("***") && free.hasSuffix("ooo"), "the longer post asks first")
  }

  @Test("no rung that acts can show is called by a name that only the person may give (R7)")
  func ladder() {
    let text = Explanation(.ladder).text.lowercased()
    for word in ["friend", "intimate", "trusted"] { #expect(!text.contains(word)) }
    for rung in Rung.allCases { #expect(text.contains(rung.name)) }
  }
}

@Suite("Figures as words")
struct FigureTests {
  @Test("numbers are grouped, rounded and spelt the same everywhere")
  func numbers() {
    #expect(Figures.count(1830) == "1,830" && Figures.count(-1_234_567) == "-1,234,567")
    #expect(Figures.count(999.6) == "1,000" && Figures.count(Double.infinity) == "very many")
    #expect(Figures.decimal(0.25, 2) == "0.25" && Figures.decimal(2, 1) == "2")
    #expect(Figures.decimal(-20.04, 1) == "-20" && Figures.decimal(-0.01, 1) == "0")
    #expect(Figures.decimal(.nan, 1) == "very many")
    #expect(Figures.percent(0.0164) == "1.6%" && Figures.percent(0.6) == "60%")
    #expect(Figures.percent(0.00001) == "under 0.1%" && Figures.percent(0) == "0%")
    #expect(Figures.chance(0.999999) == "over 99%" && Figures.chance(0.92) == "92%")
    #expect(
      Figures.counted(1, "post") == "1 post" && Figures.counted(1830, "post") == "1,830 posts")
  }

  @Test("how often and how long, in human words")
  func words() {
    #expect(Figures.frequency(perWeek: 427) == "61 times a day")
    #expect(Figures.frequency(perWeek: 7) == "once a day")
    #expect(Figures.frequency(perWeek: 2) == "twice a week")
    #expect(Figures.frequency(perWeek: 4 / 52.18) == "4 times a year")
    #expect(Figures.frequency(perWeek: 0) == "less than once a year")
    #expect(
      Figures.duration(weeks: 20 / 7) == "20 days" && Figures.duration(weeks: 1 / 7) == "1 day")
    #expect(Figures.duration(weeks: 200 / 7) == "7 months")
    #expect(Figures.duration(weeks: 913.1 / 7) == "2.5 years")
    #expect(Figures.duration(weeks: 0) == "less than a day")
    #expect(Figures.minutes(1) == "1 minute" && Figures.minutes(210) == "3.5 hours")
  }
}
