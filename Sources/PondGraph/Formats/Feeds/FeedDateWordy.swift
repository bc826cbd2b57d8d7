import Foundation

extension FeedDate {
  /// RFC 822's form with the weekday and the month in another language (`mer., 16 nov. 2022
  /// 00:38:15 +0100`), as servers write it whose clock speaks their owner's, and `2022年11月16日`.
  ///
  /// The weekday is not asked, for day, month and year say it all. Digits of other scripts are
  /// digits.
  static func wordyDate(_ bytes: DateBytes) -> Date? {
    let text = plainDigits(String(decoding: bytes, as: UTF8.self).lowercased())
    if text.contains(where: { "年년".contains($0) }) { return dateOfSigns(text) }
    var words = joiningDots(text.split { $0.isWhitespace || $0 == "," || $0 == "،" })
      .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: ".\u{200E}\u{200F}")) }
      .filter { !$0.isEmpty && !particles.contains($0) }
      .flatMap { dotted($0) ?? timeAndZone($0) ?? [withoutEnding($0)] }
    guard let day = words.firstIndex(where: { number($0.utf8) != nil }), day <= 2 else {
      return nil
    }
    words.removeFirst(weekdays(before: day, words))
    guard words.count >= 3, words.count <= 6 else { return nil }
    return english(words).flatMap { date in
      Array(date.utf8).withUnsafeBufferPointer { mailDate($0) }
    }
  }

  /// `31. 12. 2003` as one word.
  private static func joiningDots(_ words: [Substring]) -> [String] {
    words.reduce(into: []) { joined, word in
      let last = joined.last ?? ""
      let numbers = last.split(separator: ".")
      let isOpen =
        last.hasSuffix(".") && numbers.count < 3 && numbers.allSatisfy { number($0.utf8) != nil }
      if isOpen, word.utf8.first?.isDigitASCII == true {
        joined[joined.count - 1] += word
      } else {
        joined.append(String(word))
      }
    }
  }

  /// `31.12.2003` and `2003.12.31` as day, month and year; nil for another word. Whoever writes dots
  /// writes the month in the middle.
  private static func dotted(_ word: String) -> [String]? {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts.allSatisfy({ number($0.utf8) != nil }),
      let month = number(parts[1].utf8), (1...12).contains(month)
    else { return nil }
    switch (parts[0].utf8.count, parts[2].utf8.count) {
    case (1...2, 4): return [parts[0], englishMonths[month - 1], parts[2]]
    case (4, 1...2): return [parts[2], englishMonths[month - 1], parts[0]]
    default: return nil
    }
  }

  /// `08:00:00gmt` and `8:00pm` as two words; nil for another word.
  private static func timeAndZone(_ word: String) -> [String]? {
    guard word.utf8.first?.isDigitASCII == true, word.contains(":"),
      let zone = word.firstIndex(where: \.isLetter)
    else { return nil }
    return [String(word[..<zone]), String(word[zone...])]
  }

  /// `1st`, `2nd`, `1er` and `1º` without what is spoken behind the number.
  private static func withoutEnding(_ word: String) -> String {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    return endings.contains(String(word[digits.endIndex...])) ? String(digits) : word
  }

  /// How many words before the day are no month: `16 nov`, `mer 16 nov`, `nov 16`, `mer nov 16`.
  private static func weekdays(before day: Int, _ words: [String]) -> Int {
    let next = day + 1 < words.count ? words[day + 1] : ""
    let hasMonthBehind = number(next.utf8) == nil && FeedMonthNames.month(next) != nil
    return hasMonthBehind ? day : max(0, day - 1)
  }

  /// The words with the month in English and its day before it; nil where no month is named.
  private static func english(_ words: [String]) -> String? {
    let isDayFirst = number(words[0].utf8) != nil
    guard let month = FeedMonthNames.month(words[isDayFirst ? 1 : 0]),
      number(words[2].utf8) != nil
    else { return nil }
    let date = [words[isDayFirst ? 0 : 1], englishMonths[month - 1]]
    let year = christianYear(words[2], beside: words[isDayFirst ? 1 : 0])
    return (date + [year] + words.dropFirst(3)).joined(separator: " ")
  }

  /// Beside a month in Thai, years are counted from the death of the Buddha: 2565 was 2022.
  private static func christianYear(_ year: String, beside month: String) -> String {
    let isThai = month.unicodeScalars.contains { (0x0E00...0x0E7F).contains($0.value) }
    guard isThai, let number = number(year.utf8), number > 2_400 else { return year }
    return String(number - 543)
  }

  /// `2022年11月16日 00:38:15`: three numbers or, with a time, five or six.
  private static func dateOfSigns(_ text: String) -> Date? {
    let numbers = text.utf8.split { !$0.isDigitASCII }.compactMap { number($0) }
    guard [3, 5, 6].contains(numbers.count) else { return nil }
    var moment = CivilMoment(year: numbers[0], month: numbers[1], day: numbers[2])
    if numbers.count > 3 { (moment.hour, moment.minute) = (numbers[3], numbers[4]) }
    if numbers.count > 5 { moment.second = numbers[5] }
    if ["午後", "下午", "오후"].contains(where: text.contains), moment.hour < 12 { moment.hour += 12 }
    if ["午前", "上午", "오전"].contains(where: text.contains), moment.hour == 12 { moment.hour = 0 }
    return moment.date
  }

  /// Arabic, Persian, Devanagari and all other decimal digits as those of ASCII.
  private static func plainDigits(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return joined(text) }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isDigit = scalar.properties.generalCategory == .decimalNumber
      let value = isDigit ? scalar.properties.numericValue.map { UInt8($0) } : nil
      plain.append(value.map { Unicode.Scalar(UInt8(ascii: "0") + $0) } ?? scalar)
    }
    return joined(String(plain))
  }

  /// Vietnamese counts its months: `thg 11` is one word.
  private static func joined(_ text: String) -> String {
    ["tháng ", "thg "].reduce(text) { $0.replacing($1, with: "tháng") }
  }

  private static let particles: Set = [
    "de", "del", "of", "den", "di", "e", "-", "–", "at", "um", "uhr", "à", "a", "las", "alle", "às",
  ]

  private static let endings: Set = ["st", "nd", "rd", "th", "er", "º", "ª", "°"]

  static let englishMonths = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
