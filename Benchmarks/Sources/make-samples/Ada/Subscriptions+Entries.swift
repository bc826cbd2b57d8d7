// The shape of Ada's list, from top to bottom.

extension Subscriptions {
  static let entries: [Entry] = [
    .feed("emil-mends", .pairedOverLines, extra: " category=\"/Family,/People/Brothers\""),
    .folder("Close", close),
    .folder("Making", making),
    .named(
      text: "Places", title: "Where I have been",
      [
        .folder("Coast", [.feed("godwit-diary"), .feed("tidewater"), .feed("lighthouse-log")]),
        .folder("Hills & sky", [.feed("hills-mostly"), .feed("lichen"), .feed("plain-sky")]),
        .feed("canal-ward"),
        .feed("other-side", .paired),
      ]),
    .folder("Programming", programming),
    .folder("News, Sports", news),
    .folder("a/b", [.feed("puzzle-box"), .feed("back-row", extra: " lantern:colour=\"#c40\"")]),
    .folder("Podcasts", podcasts),
    .folder(
      "Languages",
      [
        .folder("Deutsch", [.feed("laube"), .feed("schreibtisch"), .feed("kaltenmoos")]),
        .folder("Français", [.feed("fournil"), .feed("marees")]),
        .folder("日本語", [.feed("kami-to-ito"), .feed("yoake")]),
        .folder("العربية", [.feed("daftar-al-bayt", .paired)]),
      ]),
    .folder(
      "Shops & offers",
      [
        .feed("bargain-barn"), .feed("harrow-vane"),
        .feed("everything-daily", .paired, address: "http://everything.test/rss/"),
      ]),
    .folder("Empty for now", []),
    .comment("Search folders and asides: Lantern shows them, nobody posts in them."),
    .raw(
      "<outline type=\"vfolder\" text=\"Unread &lt;3\""
        + " xmlUrl=\"vfolder\" lantern:rule=\"unread\"/>"),
    .raw("<outline text=\"Ask Maren which of these she still reads\" isComment=\"true\"/>"),
    .raw(
      "<outline type=\"include\" text=\"The choir's blogroll\""
        + " url=\"https://wednesday-choir.example/blogroll.opml\"/>"),
    .raw(
      "<outline type=\"rss\" text=\"Post from the allotment\""
        + " xmlUrl=\"newsletter:1207:allotment-post@birch.example\"/>"),
    .raw(
      "<outline type=\"rss\" text=\"Tide times, from the shell\""
        + " xmlUrl=\"|~/bin/tide-times.sh --place &quot;Vell Point&quot;\"/>"),
    .feed("moss-mortar", .bare),
  ]

  private static let close: [Entry] = [
    .comment("those whose post I open first"),
    .feed("salt-marsh", .plain, extra: " lantern:openIn=\"reader\""),
    .feed("lantern-yard", .attributesOverLines, extra: " lantern:lastVisit=\"2026-05-30\""),
    .feed("young-gardener", .plain, extra: " category=\"importance/3\""),
    .feed("small-hours"),
    .feed("first-frost"),
    .feed("number-nine"),
    .feed("pip-all-day"),
    .feed("poem-twice", .paired),
    .feed("platform-two"),
  ]

  private static let making: [Entry] = [
    .folder(
      "Paper & thread",
      [
        .feed("bone-folder"), .feed("paper-days"), .feed("kami-to-ito"),
        .comment(
          "gone since 2024: <outline text=\"Old Mill\" xmlUrl=\"https://old-mill.example/feed\"/>"),
      ]),
    .folder("Kitchen", [.feed("two-pans"), .feed("stove-radio"), .feed("fournil")]),
    .folder("Garden", [.feed("open-gate"), .feed("laube")]),
    .feed("weekly-kiln"),
    .feed("walnut-desk", .wrongCase),
    .feed("one-photograph"),
  ]

  private static let programming: [Entry] = [
    .feed("compile-slowly"),
    .feed("release-notes"),
    .feed("marble-notebook", extra: " version=\"JSON\""),
    .feed("rumour-mill"),
    .feed("linkdrift"),
    .feed("hedge-school", address: "http://hedge-school.example/feed"),
  ]

  private static let news: [Entry] = [
    .feed("lowland-courier"),
    .feed("harbour-wire", extra: " lantern:colour=\"#246\""),
    .feed("everything-daily"),
    .feed("rowing"),
    .feed("northgate"),
    .feed("small-weather"),
    .feed(
      "salt-marsh", .plain, address: "http://salt-marsh.example/feed/",
      extra: " lantern:copy=\"true\""),
    .feed("signal-box"),
  ]

  private static let podcasts: [Entry] = [
    .feed("low-tide-radio"),
    .feed("cellar-concerts"),
    .feed("members"),
    .feed("grandmother-tapes"),
    .feed("night-ferry"),
    .feed("nine-bridges"),
    .feed("stove-radio", address: "https://stove-radio.example/episodes.xml?utm_source=lantern"),
    .folder(
      "Music",
      [
        .feed("wednesday-choir"), .feed("changes-rung", .pairedOverLines), .feed("july-brass"),
        .feed("tin-whistle"),
      ]),
  ]
}
