import Foundation
import PondGraph
import PondTestSupport
import Testing

@Suite("Dates in feeds")
struct FeedDateTests {
  /// What feedparser 6.0.14 makes of each spelling, in seconds since 1970.
  private static let table = """
    Thu, 01 Jan 2004 19:48:21 GMT -> 1072986501
    Thu, 01 Jan 2004 19:48:21 +0000 -> 1072986501
    Thu, 1 Jan 2004 19:48:21 EST -> 1073004501
    Thu, 01 Jan 2004 19:48:21 PDT -> 1073011701
    Thu, 01 Jan 2004 19:48:21 -0800 -> 1073015301
    Thu, 01 Jan 2004 19:48:21 +05:30 -> 1072966701
    Thu, 01 Jan 2004 19:48:21 +0530 -> 1072966701
    Thu, 01 Jan 2004 19:48:21 GMT-05:00 -> 1073004501
    Thu, 01 Jan 2004 19:48:21 GMT+0200 -> 1072979301
    Thu, 01 Jan 2004 19:48:21 Etc/GMT -> 1072986501
    Thu, 01 Jan 2004 19:48:21 Etc/GMT+05:00 -> 1072968501
    Thu, 01 Jan 2004 19:48:21 Z -> 1072986501
    Thu, 01 Jan 2004 19:48:21 UT -> 1072986501
    Thu, 01 Jan 2004 19:48:21 UTC -> 1072986501
    Thu, 01 Jan 2004 19:48:21 MET -> 1072982901
    Thu, 01 Jan 2004 19:48:21 MEST -> 1072979301
    Thu, 01 Jan 2004 19:48:21 Nowhere/Atlantis -> 1072986501
    Thu, 01 Jan 2004 19:48:21 A -> 1072990101
    Thu, 01 Jan 2004 19:48:21 Y -> 1072943301
    Thu, 01 Jan 04 19:48:21 GMT -> 1072986501
    Thu, 01 Jan 98 19:48:21 GMT -> 883684101
    Thu, 31 Dec 89 23:59:59 GMT -> 3786911999
    Thu, 31 Dec 90 23:59:59 GMT -> 662687999
    Thu, Jan 01 2004 19:48:21 GMT -> 1072986501
    Thursday, 01 January 2004 19:48:21 GMT -> 1072986501
    thu, 01 jan 2004 19:48:21 gmt -> 1072986501
    THU, 01 JAN 2004 19:48:21 GMT -> 1072986501
    01 Jan 2004 19:48:21 GMT -> 1072986501
    1 Jan 2004 19:48:21 GMT -> 1072986501
    01 Jan 2004 19:48 GMT -> 1072986480
    Thu, 01 Jan 2004 19:48 GMT -> 1072986480
    Thu, 01 Jan 2004 19 GMT -> 1072983600
    01 Jan 2004 -> 1072915200
    Thu, 01 Jan 2004 -> 1072915200
    Thu, 1 Jan 04 -> 1072915200
    Jan 01 2004 -> 1072915200
    Thu,  01  Jan  2004  19:48:21  GMT -> 1072986501
    Thu 01 Jan 2004 19:48:21 GMT -> 1072986501
    Thu, 01 Sept 2004 19:48:21 GMT -> 1094068101
    Thu, 01 Foo 2004 19:48:21 GMT -> nil
    Thu, 32 Jan 2004 19:48:21 GMT -> nil
    Thu, 31 Feb 2004 19:48:21 GMT -> nil
    Thu, 29 Feb 2004 19:48:21 GMT -> 1078084101
    Sun, 29 Feb 2003 19:48:21 GMT -> nil
    Thu, 01 Jan 2004 25:48:21 GMT -> nil
    Thu, 01 Jan 2004 19:60:21 GMT -> nil
    Wed, 31 Dec 1969 23:59:59 GMT -> -1
    Thu, 01 Jan 1970 00:00:00 GMT -> 0
    Sat, 31 Dec 2050 12:00:00 -1200 -> 2556144000
    Mon, 01 Jan 0001 00:00:00 +0000 -> -62135596800
    Fri, 31 Dec 9999 23:59:59 GMT -> 253402300799
    Tue, 14 Nov 2023 08:30:00 +0000 (UTC) -> 1699950600
    Sun Jan  4 16:29:06 2004 -> 1073233746
    Sun Jan  4 16:29:06 PST 2004 -> 1073262546
    Sun Jan 04 16:29:06 +0100 2004 -> 1073230146
    Sun Jan  4 16:29:06 EDT 2004 -> 1073248146
    Wed Oct 10 20:19:24 +0000 2018 -> 1539202764
    2003 -> 1041379200
    2003-12 -> 1070236800
    2003-12-31 -> 1072828800
    2003-12-31T10:14Z -> 1072865640
    2003-12-31T10:14:55Z -> 1072865695
    2003-12-31T10:14:55.2Z -> 1072865695
    2003-12-31T10:14:55-08:00 -> 1072894495
    2003-12-31T10:14:55+05:30 -> 1072845895
    2003-12-31T10:14:55.123456789+01:00 -> 1072862095
    2003-12-31T10Z -> 1072864800
    2003-12-31t10:14:55z -> 1072865695
    2003-12-31T10:14:55 -> 1072865695
    2003-12-31T10:14 -> 1072865640
    2003-12-31 10:14:55 -> 1072865695
    2003-12-31 10:14:55 Z -> 1072865695
    2003-12-31 10:14:55 +01:00 -> 1072862095
    2003-12-31 10:14:55+01:00 -> 1072862095
    2003-12-31 10:14:55.327 -> 1072865695
    2003-1-5 -> 1041724800
    2003-1-5T1:2:3Z -> 1041728523
    2003-12-31T24:00:00Z -> 1072915200
    2003-02-30T00:00:00Z -> 1046563200
    2003-12-31T10:14:60Z -> 1072865700
    2016-02-29T00:00:00Z -> 1456704000
    1900-02-29 -> -2203891200
    2000-02-29 -> 951782400
    1066-10-14 -> -28502755200
    9999-12-31 -> 253402214400
    0000-00-00T00:00:00Z -> nil
    20031231 -> 1072828800
    2003-365 -> 1072828800
    2003365 -> 1072828800
    200312 -> 1583971200
    0312 -> -52321507200
    031231 -> 1072828800
    03-12-31 -> 1072828800
    03-365 -> 1072828800
    20031231T10:14:55Z -> 1072865695
    20031231T10:14Z -> 1072865640
    20031231 10:14 -> 1072828800
    2003-12-31T10:14:55+0100 -> 1072862095
    -0312 -> 1070236800
    -03-12 -> 1070236800
    03340 -> 1070668800
    2003-335 -> 1070236800
    2003335 -> 1070236800
    2003-12-31T10:14:55Ztrailing -> 1072865695
    Fri, 2006/09/15 08:19:53 EDT -> 1158322793
    Fri, 2006/09/15 08:19:53 PST -> 1158337193
    Fri, 2006/9/15 8:19:53 GMT -> 1158308393
    Κυρ, 11 Ιούλ 2004 12:00:00 EST -> 1089565200
    Δευ, 12 Ιαν 2004 12:00:00 GMT -> 1073908800
    Πεμ, 01 Δεκ 2005 01:02:03 +0200 -> 1133391723
    yesterday -> nil
    not a date -> nil
    12/31/2003 -> nil
    Sat,  -> nil
    , -> nil
    - -> nil
    T -> nil
    TT -> nil
    : -> nil
    + -> nil
    2003-12- -> 1070236800
    2003-12-31T -> 1072828800
    2003-12-31T: -> 1072828800
    2003-12-31TZ -> 1072828800
    2003-12-31T10: -> 1072828800
    Thu, 99999999999999999999 Jan 2004 19:48:21 GMT -> nil
    Thu, 01 Jan 99999999999999999999 19:48:21 GMT -> nil
    Thu, 01 Jan 2004 19:48:21 +99999999999999 -> nil
    Thu, 01 Jan 2004 -1:48:21 GMT -> nil
    Thu, -1 Jan 2004 10:48:21 GMT -> nil
    2003-12-31T-1:00:00Z -> 1072828800
    """

  /// Where feedparser reads the year alone and takes the rest from the day on which it runs, drops the
  /// time or the zone, or reads nothing, and the text still says what is meant.
  private static let beyond = """
    Tue, 14 Nov 2023 08:30:00 GMT+1 -> 1699947000
    Tue, 14 Nov 2023 08:30:00 PM GMT -> 1699993800
    Tue, 14 Nov 2023 12:05 AM -> 1699920300
    14-Nov-2023 08:30:00 -0500 -> 1699968600
    Thu, 01 Jan 2004 19:48:21 CET -> 1072982901
    Thu, 01 Jul 2004 19:48:21 CEST -> 1088704101
    Thu, 01 Jan 2004 19:48:21 WET -> 1072986501
    Thu, 01 Jan 2004 19:48:21 EET -> 1072979301
    Thu, 01 Jan 2004 19:48:21 JST -> 1072954101
    Thu, 01 Jan 2004 07:48:21 p.m. -> 1072986501
    2003-12-31 10:14:55 UTC -> 1072865695
    2003-12-31 10:14:55 GMT -> 1072865695
    2003-12-31 10:14:55 EST -> 1072883695
    2003-12-31 10:14:55 PST -> 1072894495
    2003-12-31 10:14:55 CDT -> 1072883695
    2003-12-31 10:14:55 CET -> 1072862095
    2003-12-31 10:14:55 GMT+01:00 -> 1072862095
    2003-12-31 10:14:55.123 +0000 UTC -> 1072865695
    2003-12-31 10:14:55.123456789 -0500 EST m=+0.000012345 -> 1072883695
    2003-12-31 10:14:55,123 -> 1072865695
    2003-12-31T10:14:55,123+01:00 -> 1072862095
    2003-12-31T10:14:55EST -> 1072883695
    2003-12-31T10:14:55 PST -> 1072894495
    2003-12-31T10:14:55 UTC -> 1072865695
    2003-12-31T10:14:55+01:00[Europe/Berlin] -> 1072862095
    2003-12-31 T 10:14:55 EST -> 1072883695
    2003-12-31 10:14:55 PM -> 1072908895
    2003-12-31 10:14PM EST -> 1072926840
    2003-12-31 12:14 AM -> 1072829640
    2003-12-31 tomorrow -> 1072828800
    2003 12 31 -> nil
    2003/12/31 10:14:55 PM -> 1072908895
    2003/12/31 10:14:55 +0000 UTC -> 1072865695
    Sun Jan  4 04:29:06 PM PST 2004 -> 1073262546
    November 14, 2023 -> 1699920000
    Tue, 14 Nov 2023 08:30:00 -> 1699950600
    2004-július-13T9:15-03:00 -> 1089720900
    2004-január-1T10:00+01:00 -> 1072947600
    2004-szeptember-30T23:59+00:00 -> 1096588740
    2004년 05월 28일  01:31:15 -> 1085675475
    2004-05-25 오후 11:23:17 -> 1085494997
    2004-05-25 오전 1:23:17 -> 1085415797
    2003/12/31 -> 1072828800
    2003/12/31 10:14:55 EST -> 1072883695
    Foo, 12 Ιαν 2004 12:00:00 GMT -> 1073908800
    mer, 16 nov 2022 00:38:15 +0100 -> 1668555495
    mer., 16 nov. 2022 00:38:15 +0100 -> 1668555495
    mercredi 16 novembre 2022 00:38:15 +0100 -> 1668555495
    gio, 04 ago 2022 10:00:00 +0200 -> 1659600000
    mar, 18 ene 2022 00:38:15 +0100 -> 1642462695
    16 de noviembre de 2022 -> 1668556800
    Mi, 18 Mai 2022 00:38:15 +0200 -> 1652827095
    Do, 1 Mrz 2022 -> 1646092800
    śr., 16 lis 2022 00:38:15 +0100 -> 1668555495
    st, 16 lis 2022 00:38:15 +0100 -> 1668555495
    Çar, 16 Kas 2022 00:38:15 +0300 -> 1668548295
    Ср, 16 ноя 2022 00:38:15 +0300 -> 1668548295
    сер, 16 лист. 2022 00:38:15 +0200 -> 1668551895
    T4, 16 thg 11 2022 00:38:15 +0700 -> 1668533895
    水, 16 11月 2022 00:38:15 +0900 -> 1668526695
    수, 16 11월 2022 00:38:15 +0900 -> 1668526695
    2022年11月16日 00:38:15 -> 1668559095
    الأربعاء، ١٦ نوفمبر ٢٠٢٢ -> 1668556800
    बुध, १६ नवंबर २०२२ 00:38:15 +0530 -> 1668539295
    1 มิ.ย. 2565 -> 1654041600
    1 มิถุนายน 2022 -> 1654041600
    16.11.2022 -> 1668556800
    16.11.2022, 00:38:15 +0100 -> 1668555495
    16. 11. 2022 -> 1668556800
    2022.11.16 00:38 -> 1668559080
    2022. 11. 16. 00:38 -> 1668559080
    2022. 16. 11. -> nil
    2022년 11월 16일 -> 1668556800
    2022년 11월 16일 오후 8:05 -> 1668629100
    2022年11月16日 午後8:05 -> 1668629100
    2022年11月16日 上午12:05 -> 1668557100
    Wed, 16 Nov 2022 00:38:15GMT -> 1668559095
    November 16, 2022 8:05pm -> 1668629100
    Wednesday, November 16, 2022 - 00:38 -> 1668559080
    16. November 2022 um 00:38 Uhr -> 1668559080
    16 de noviembre de 2022 a las 00:38 -> 1668559080
    Wed Nov 16 2022 00:38:15 GMT+0100 (Central European Standard Time) -> 1668555495
    Wed, 11/16/2022 - 00:38 -> nil
    16.13.2022 -> nil
    16.11.22 -> nil
    11/16/2022 -> nil
    November 16th, 2022 -> 1668556800
    1er novembre 2022 -> 1667260800
    Wed, 16 Nov 2022 24:00:00 GMT -> 1668643200
    Wed, 16 Nov 2022 24:00:01 GMT -> nil
    1668556800 -> 1668556800
    1609102012 -> 1609102012
    1668556800123 -> 1668556800.123
    1668556800123456 -> 1668556800.123456
    20221116003815 -> 1668559095
    202211160038 -> 1668559080
    2022111600 -> 1668556800
    20221116003815Z -> 1668559095
    20221316003815 -> nil
    16-11-2022 -> nil
    16-11-2022 00:38 -> nil
    123456789 -> nil
    20221116T003815Z -> 1668559095
    20221116T003815+01:00 -> 1668555495
    20221116T0038Z -> 1668559080
    2022-11-16T003815Z -> 1668559095
    mer, 16 xyz 2022 00:38:15 +0100 -> nil
    mer, 32 nov 2022 00:38:15 +0100 -> nil
    16 jui 2022 -> nil
    2003-13-01T00:00:00Z -> nil
    2003- -> nil
    2003--12-31 -> nil
    -03 -> nil
    99999999999999999999 -> nil
    """

  private static func rows(_ table: String) -> [(text: String, seconds: Double?)] {
    table.split(separator: "\n").map { line in
      let parts = line.components(separatedBy: " -> ")
      return (parts.first ?? "", parts.count > 1 ? Double(parts[1]) : nil)
    }
  }

  @Test("every spelling that feedparser reads is read, as the same moment in UTC")
  func sameAsFeedparser() {
    let rows = Self.rows(Self.table)
    #expect(rows.count > 120)
    for row in rows {
      #expect(FeedDate.parse(row.text)?.timeIntervalSince1970 == row.seconds, "\(row.text)")
    }
  }

  @Test("where feedparser asks the calendar on the wall, the text decides, or nothing")
  func beyondFeedparser() {
    for row in Self.rows(Self.beyond) {
      #expect(FeedDate.parse(row.text)?.timeIntervalSince1970 == row.seconds, "\(row.text)")
    }
  }

  @Test("a date that cannot be gives way to one that can, and counts where there is no other")
  func impossibleDates() throws {
    let cases = [
      ("2003-07-32T15:51:30-05:00", "2003-12-13T18:30:02Z", 1_071_340_202.0),
      ("2003-07-01T26:51:30Z", "2003-12-13T18:30:02Z", 1_071_340_202),
      ("0103-12-13T18:30:02Z", "2003-12-13T18:30:02Z", 1_071_340_202),
      ("2003-07-31T24:00:00Z", "2003-12-13T18:30:02Z", 1_059_696_000),
      ("2003-07-31T15:51:30Z", "2003-12-32T18:30:02Z", 1_059_666_690),
      ("2023-02-29T10:51:30Z", "never", 1_677_667_890),
      ("1970-01-01T00:00:00Z", "2003-12-13T18:30:02Z", 1_071_340_202),
    ]
    for (published, updated, seconds) in cases {
      let feed = """
        <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><published>\(published)\
        </published><updated>\(updated)</updated></entry></feed>
        """
      let item = try #require(try FeedReader().read(Array(feed.utf8)).document.items.first)
      #expect(item.date?.timeIntervalSince1970 == seconds, "\(published)")
    }
  }

  @Test("dates in numbers alone have the order that one of them tells; none where two disagree")
  func datesInNumbers() throws {
    let may = 1_651_363_200.0
    let day = 86_400.0
    let cases: [([String], [Double?])] = [
      (["5/2/2022 8:00:00 AM", "5/13/2022"], [may + day + 28_800, may + 12 * day]),
      (["02/05/2022 08:00", "13/05/2022"], [may + day + 28_800, may + 12 * day]),
      (["02-05-2022", "13-05-2022 24:00:00"], [may + day, may + 13 * day]),
      (["Mon, 05/02/2022 - 08:00 +0100", "05/13/2022"], [may + day + 25_200, may + 12 * day]),
      (["5/2/2022", "5/3/2022"], [nil, nil]),
      (["13/05/2022", "5/14/2022", "5/2/2022"], [nil, nil, nil]),
      (["5/2/2022", "31/6/2022", "13/5/22"], [1_644_019_200, nil, nil]),
      (["5/2/2022", "2022-05-13"], [nil, may + 12 * day]),
      (["5/2/2022", "5/13/2022" + String(repeating: " ", count: 99) + "x"], [nil, nil]),
    ]
    for (written, expected) in cases {
      let items = written.map { "<item><guid>\($0)</guid><pubDate>\($0)</pubDate></item>" }
      let feed = "<rss><channel>\(items.joined())</channel></rss>"
      let read = try FeedReader().read(Array(feed.utf8)).document.items
      #expect(read.map { $0.date?.timeIntervalSince1970 } == expected, "\(written)")
    }
    let json = """
      {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [
        {"id": "1", "date_published": "5/2/2022"}, {"id": "2", "date_published": "5/13/2022"}]}
      """
    let read = try FeedReader().read(Array(json.utf8)).document.items
    #expect(read.map { $0.date?.timeIntervalSince1970 } == [may + day, may + 12 * day])
  }

  @Test("blanks around a date do not matter")
  func blanks() {
    #expect(FeedDate.parse(" \n 2003-12-31\t")?.timeIntervalSince1970 == 1_072_828_800)
    #expect(FeedDate.parse("") == nil)
    #expect(FeedDate.parse(String(repeating: "1", count: 100_000)) == nil)
  }

  @Test("no damaged date stops the program (T-I06)")
  func mutations() {
    var random = SplitMix64(seed: 20_040_101)
    let seeds = Self.rows(Self.table + "\n" + Self.beyond).map { Array($0.text.utf8) }
    for _ in 0..<4_000 {
      guard var bytes = seeds.randomElement(using: &random) else { continue }
      for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: bytes.suffix(3), at: place)
        }
      }
      let date = FeedDate.parse(String(decoding: bytes, as: UTF8.self))
      if let date { #expect(abs(date.timeIntervalSince1970) < 4e11) }
    }
  }
}
