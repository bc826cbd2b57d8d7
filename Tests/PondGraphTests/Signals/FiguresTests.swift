import Testing

@testable import PondGraph

@Suite("Figures as words, at both sides of every change of unit")
struct FiguresTests {
  @Test(
    "a length of time: less than a day, days, months, years",
    arguments: [
      (0.0, "less than a day"), (0.949, "less than a day"), (0.95, "1 day"), (1.4, "1 day"),
      (99.4, "99 days"), (99.5, "3 months"), (715, "23 months"), (716, "2 years"),
      (900, "2.5 years"), (3649, "10 years"), (3770, "10 years"),
    ])
  func durations(days: Double, words: String) {
    #expect(Figures.duration(weeks: days / 7) == words)
  }

  @Test(
    "minutes: less than one, minutes, hours",
    arguments: [
      (0.0, "less than a minute"), (0.949, "less than a minute"), (0.95, "1 minute"),
      (99.4, "99 minutes"), (99.5, "1.7 hours"), (6000, "100 hours"),
    ])
  func minutes(minutes: Double, words: String) {
    #expect(Figures.minutes(minutes) == words)
  }

  @Test(
    "how often: by the day, week, month, year",
    arguments: [
      (70.0, "10 times a day"), (6.65, "once a day"), (6.64, "7 times a week"),
      (14, "twice a day"), (20.9, "3 times a day"), (17.5, "2.5 times a day"),
      (0.95, "once a week"), (0.949, "4 times a month"), (0.22, "once a month"),
      (0.21, "11 times a year"), (0.51 * 7 / 365.25, "0.5 times a year"),
      (0.49 * 7 / 365.25, "less than once a year"),
    ])
  func frequencies(perWeek: Double, words: String) {
    #expect(Figures.frequency(perWeek: perWeek) == words)
  }

  @Test(
    "shares, chances and measured numbers have the digits that matter, and are never certain",
    arguments: [
      (0.0, "0%", "0"), (0.0004, "under 0.1%", "less than 0.01"),
      (0.0005, "0.1%", "less than 0.01"),
      (0.0949, "9.5%", "0.09"), (0.095, "9.5%", "0.1"), (0.0994, "9.9%", "0.1"),
      (0.0995, "10%", "0.1"), (0.6, "60%", "0.6"), (0.0095, "1%", "0.01"),
    ])
  func shares(share: Double, percent: String, measured: String) {
    #expect(Figures.percent(share) == percent)
    #expect(Figures.measured(share) == measured && Figures.measured(-0.2) == "-0.2")
  }

  @Test("a chance is never certainty; thousands are grouped on both sides of 0")
  func chances() {
    #expect(Figures.chance(0.99) == "99%" && Figures.chance(0.991) == "over 99%")
    #expect(Figures.chance(1) == "over 99%")
    #expect(Figures.count(999) == "999" && Figures.count(1000) == "1,000")
    #expect(Figures.count(-1_234_567) == "-1,234,567" && Figures.count(Double.nan) == "very many")
    #expect(Figures.counted(1, "post") == "1 post" && Figures.counted(0, "post") == "0 posts")
    #expect(Figures.measured(9.96) == "10" && Figures.measured(10.4) == "10")
  }
}
