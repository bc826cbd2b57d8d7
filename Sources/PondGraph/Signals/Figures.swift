import Foundation

/// Numbers as English words and digits, the same in every locale and for every clock.
package enum Figures {
  /// A whole number with its thousands grouped: `1,830`. A number too large to count is "very many".
  package static func count(_ number: Double) -> String {
    guard let whole = Int(exactly: number.rounded()) else { return "very many" }
    return count(whole)
  }

  /// A whole number with its thousands grouped: `1,830`.
  package static func count(_ number: Int) -> String {
    let (thousands, rest) = number.magnitude.quotientAndRemainder(dividingBy: 1000)
    guard thousands > 0 else { return String(number) }
    let head = count(Int(thousands))
    return (number < 0 ? "-" : "") + head + "," + String(String(1000 + rest).dropFirst())
  }

  /// A number with at most so many digits after the point, none of them an idle zero.
  package static func decimal(_ number: Double, _ digits: Int) -> String {
    var unit = (0..<digits).reduce(1) { unit, _ in unit * 10 }
    guard var scaled = Int(exactly: (abs(number) * Double(unit)).rounded()) else {
      return "very many"
    }
    while unit > 1, scaled.isMultiple(of: 10) { (scaled, unit) = (scaled / 10, unit / 10) }
    let (whole, rest) = scaled.quotientAndRemainder(dividingBy: unit)
    let figure = number < 0 && scaled != 0 ? "-" + count(whole) : count(whole)
    return unit == 1 ? figure : figure + "." + String(String(unit + rest).dropFirst())
  }

  /// A measured number with the digits that matter: `0.04`, `0.3`, `3.5`, `61`.
  package static func measured(_ number: Double) -> String {
    switch abs(number) {
    case 10...: decimal(number, 0)
    case 0.095...: decimal(number, 1)
    case 0.0095...: decimal(number, 2)
    default: number == 0 ? "0" : "less than 0.01"
    }
  }

  /// A share in percent: `1.6%`, `60%`.
  package static func percent(_ share: Double) -> String {
    let hundredths = share * 100
    if share > 0, hundredths < 0.05 { return "under 0.1%" }
    return decimal(hundredths, hundredths < 9.95 ? 1 : 0) + "%"
  }

  /// A share as an estimate: `about 5%`, `under 0.1%`.
  package static func about(_ share: Double) -> String {
    let figure = percent(share)
    return figure.hasPrefix("under") ? figure : "about " + figure
  }

  /// A chance, never as certainty: `92%`, `over 99%`.
  package static func chance(_ chance: Double) -> String {
    chance > 0.99 ? "over 99%" : percent(chance)
  }

  /// How often: `61 times a day`, `twice a week`, `4 times a year`.
  package static func frequency(perWeek: Double) -> String {
    let units = [("day", perWeek / 7), ("week", perWeek), ("month", perWeek * 365.25 / 84)]
    for (unit, often) in units where often >= 0.95 { return times(often) + " a " + unit }
    let yearly = perWeek * 365.25 / 7
    return yearly < 0.5 ? "less than once a year" : times(yearly) + " a year"
  }

  /// A length of time given in weeks: `20 days`, `7 months`, `2.5 years`.
  package static func duration(weeks: Double) -> String {
    let days = weeks * 7
    if days < 0.95 { return "less than a day" }
    if days < 99.5 { return counted(days, "day") }
    let months = days * 12 / 365.25
    if months < 23.5 { return counted(months, "month") }
    return decimal(days / 365.25, days < 3650 ? 1 : 0) + " years"
  }

  /// A length of time given in minutes: `20 minutes`, `3.5 hours`.
  package static func minutes(_ minutes: Double) -> String {
    if minutes < 0.95 { return "less than a minute" }
    if minutes < 99.5 { return counted(minutes, "minute") }
    return measured(minutes / 60) + " hours"
  }

  /// A number of things: `1 post`, `1,830 posts`.
  package static func counted(_ number: Double, _ thing: String) -> String {
    let figure = count(number)
    return figure + " " + thing + (figure == "1" ? "" : "s")
  }

  /// A number of things: `1 post`, `1,830 posts`.
  package static func counted(_ number: Int, _ thing: String) -> String {
    counted(Double(number), thing)
  }

  /// Text with blanks after it up to a width.
  package static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// Text with blanks before it up to a width.
  package static func leading(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func times(_ often: Double) -> String {
    switch decimal(often, often < 3 ? 1 : 0) {
    case "1": "once"
    case "2": "twice"
    case let figure: figure + " times"
    }
  }
}
