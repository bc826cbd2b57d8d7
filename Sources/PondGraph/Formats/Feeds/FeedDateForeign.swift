import Foundation

extension FeedDate {
  /// The dates of some blog software and servers: OnBlog and Nate (Korean), Greek, Hungarian,
  /// Perforce.
  static func foreignDate(_ bytes: DateBytes) -> Date? {
    let text = String(decoding: bytes, as: UTF8.self)
    return perforceDate(text) ?? slashDate(text) ?? hungarianDate(text) ?? greekDate(text)
      ?? koreanDate(text)
  }

  /// `Fri, 2006/09/15 08:19:53 EDT`
  private static func perforceDate(_ text: String) -> Date? {
    let pattern = #/\w{0,3}, (\d{1,4})\/(\d{1,2})\/(\d{2}) (\d{1,2}):(\d{2}):(\d{2}) (\w{0,3})/#
    guard let match = try? pattern.firstMatch(in: text) else { return nil }
    let (_, year, month, day, hour, minute, second, zone) = match.output
    var moment = moment(year, month, day, hour, minute, second)
    moment?.offset = offset(zoneNamed: zone.lowercased())
    return moment?.date
  }

  /// `2003/12/31`, with `10:14:55` and a zone or without: the year stands first, so that no order of
  /// day and month is guessed.
  private static func slashDate(_ text: String) -> Date? {
    let pattern =
      #/^(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s+(\S+))?)?$/#
    guard let match = try? pattern.firstMatch(in: text) else { return nil }
    let (_, year, month, day, hour, minute, second, zone) = match.output
    var moment = moment(year, month, day, hour ?? "0", minute ?? "0", second ?? "0")
    let name = Array((zone ?? "").utf8)
    moment?.offset = offset(numeric: name) ?? offset(zoneNamed: word(name))
    return moment?.date
  }

  /// `2004-július-13T9:15-03:00`
  private static func hungarianDate(_ text: String) -> Date? {
    let pattern = #/^(\d{4})-([^\-]+)-(\d{1,2})T(\d{1,2}):(\d{2})([+\-]\d{1,2}:\d{2})/#
    guard let match = try? pattern.firstMatch(in: text),
      let month = hungarianMonths[String(match.output.2)]
    else { return nil }
    let (_, year, _, day, hour, minute, zone) = match.output
    var moment = moment(year, "\(month)"[...], day, hour, minute, "0")
    guard let offset = offset(numeric: Array(zone.utf8)) else { return nil }
    moment?.offset = offset
    return moment?.date
  }

  /// `Κυρ, 11 Ιούλ 2004 12:00:00 EST`
  private static func greekDate(_ text: String) -> Date? {
    let pattern = #/^([^,]+),\s+(\d{2})\s+(\S+)\s+(\d{4})\s+(\d{2}:\d{2}:\d{2})\s+(\S+)/#
    guard let match = try? pattern.firstMatch(in: text),
      greekDays.contains(String(match.output.1)), let month = greekMonths[String(match.output.3)]
    else { return nil }
    let (_, _, day, _, year, time, zone) = match.output
    var english = "\(day) \(month) \(year) \(time) \(zone)"
    return english.withUTF8 { mailDate($0) }
  }

  /// `2004년 05월 28일  01:31:15` and `2004-05-25 오후 11:23:17`, both in the time of Korea.
  private static func koreanDate(_ text: String) -> Date? {
    let onBlog = #/^(\d{4})년\s+(\d{2})월\s+(\d{2})일\s+(\d{2}):(\d{2}):(\d{2})/#
    if let match = try? onBlog.firstMatch(in: text) {
      let (_, year, month, day, hour, minute, second) = match.output
      return inKorea(moment(year, month, day, hour, minute, second))
    }
    let nate = #/^(\d{4})-(\d{2})-(\d{2})\s+(오전|오후)\s+(\d{1,2}):(\d{1,2}):(\d{1,2})/#
    guard let match = try? nate.firstMatch(in: text) else { return nil }
    let (_, year, month, day, half, hour, minute, second) = match.output
    var moment = moment(year, month, day, hour, minute, second)
    if half == "오후", let hour = moment?.hour, hour < 12 { moment?.hour += 12 }
    return inKorea(moment)
  }

  private static func inKorea(_ moment: CivilMoment?) -> Date? {
    var moment = moment
    moment?.offset = 9 * 60
    return moment?.date
  }

  private static func moment(
    _ year: Substring, _ month: Substring, _ day: Substring, _ hour: Substring,
    _ minute: Substring, _ second: Substring
  ) -> CivilMoment? {
    let parts = [year, month, day, hour, minute, second].compactMap { number(Array($0.utf8)) }
    guard parts.count == 6 else { return nil }
    return CivilMoment(
      year: fullYear(parts[0], digits: year.count), month: parts[1], day: parts[2],
      hour: parts[3], minute: parts[4], second: parts[5])
  }

  private static let hungarianMonths = [
    "január": 1, "februári": 2, "február": 2, "március": 3, "április": 4, "máujus": 5, "május": 5,
    "június": 6, "július": 7, "augusztus": 8, "szeptember": 9, "október": 10, "november": 11,
    "december": 12,
  ]

  private static let greekDays: Set = ["Κυρ", "Δευ", "Τρι", "Τετ", "Πεμ", "Παρ", "Σαβ"]

  private static let greekMonths = [
    "Ιαν": "Jan", "Φεβ": "Feb", "Μάώ": "Mar", "Μαώ": "Mar", "Μαρ": "Mar", "Μάρ": "Mar",
    "Απρ": "Apr", "Μάι": "May", "Μαϊ": "May", "Μαι": "May", "Ιούν": "Jun", "Ιον": "Jun",
    "Ιούλ": "Jul", "Ιολ": "Jul", "Αύγ": "Aug", "Αυγ": "Aug", "Σεπ": "Sep", "Οκτ": "Oct",
    "Νοέ": "Nov", "Νοε": "Nov", "Δεκ": "Dec",
  ]
}
