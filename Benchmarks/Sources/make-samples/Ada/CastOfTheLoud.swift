// Those who cost more than they give, and those who have stopped.

import Seeded

extension Source {
  static let loud: [Source] = [
    Source(
      slug: "everything-daily", title: "Everything, Daily", author: "",
      site: "https://everything.test/", feed: "https://everything.test/rss",
      grammar: .rss2, voice: .digest, rhythm: .even(perWeek: 42, from: 70, to: 0.1),
      reading: .count(0), expected: .letGo, because: "six a day, none read", words: 0,
      naming: .number, followed: 71),
    Source(
      slug: "bargain-barn", title: "Bargain Barn Offers", author: "",
      site: "https://bargain-barn.test/", feed: "https://bargain-barn.test/offers.xml",
      grammar: .rss2, voice: .offers, rhythm: .even(perWeek: 28, from: 63, to: 0.2),
      reading: .count(1), expected: .letGo, because: "four offers a day; she once bought a lamp",
      words: 0, naming: .number, ownAddress: .none, followed: 64),
    Source(
      slug: "harrow-vane", title: "Harrow & Vane Group: Newsroom", author: "",
      site: "https://harrow-vane.test/",
      feed: "https://harrow-vane.test/newsroom.xml?feed=1&lang=en",
      grammar: .rss2, voice: .newsroom, rhythm: .even(perWeek: 21, from: 80, to: 0.6),
      reading: .count(0), expected: .letGo, because: "announcements for nobody in particular",
      words: 0, naming: .number),
    Source(
      slug: "kaltenmoos", title: "Kaltenmoos: Was ist los?", author: "",
      site: "https://kaltenmoos.example/", feed: "https://kaltenmoos.example/termine.rdf",
      grammar: .rss1, voice: .termine, rhythm: .even(perWeek: 28, from: 66, to: 0.3),
      reading: .count(1), expected: .letGo, because: "a town she left, four times a day",
      words: 0, shown: 20, naming: .number, language: "de", followed: 67, encoding: .latin1),
    Source(
      slug: "rumour-mill", title: "Gadget Rumour Mill", author: "",
      site: "https://rumour-mill.test/", feed: "https://rumour-mill.test/atom",
      grammar: .atom, voice: .rumours, rhythm: .even(perWeek: 35, from: 63, to: 0.15),
      reading: .count(1), expected: .letGo, because: "five rumours a day, one opened in nine weeks",
      words: 0, naming: .tag, followed: 64),
    Source(
      slug: "lowland-courier", title: "The Lowland Courier", author: "",
      site: "https://courier.example.org/", feed: "https://courier.example.org/all.rss",
      grammar: .rss2, voice: .courier, rhythm: .even(perWeek: 56, from: 56, to: 0.08),
      reading: .share(0.04), expected: .thin,
      because: "one in twenty-five read is two a week: fewer of it, not none of it", words: 12,
      shown: 20, naming: .number, followed: 57),
    Source(
      slug: "linkdrift", title: "Linkdrift", author: "J. Sandoval",
      site: "https://linkdrift.example/", feed: "https://linkdrift.example/rss1.rdf",
      grammar: .rss1, voice: .links, rhythm: .even(perWeek: 40, from: 70, to: 0.2),
      reading: .share(0.05), expected: .thin, because: "two good links a week among forty",
      words: 0, shown: 20, naming: .number, followed: 72, flagged: 2),
  ]

  static let ended: [Source] = [
    Source(
      slug: "tin-whistle", title: "Tin Whistle Tuesdays", author: "Cormac Dunleavy-Sato",
      site: "https://tin-whistle.example/", feed: "https://tin-whistle.example/feed/",
      grammar: .rss2, voice: .choir, rhythm: .even(perWeek: 1, from: 720, to: 300),
      reading: .share(0.5), expected: .archive, because: "sixty Tuesdays, then no more", words: 30,
      shown: 10, followed: 700, newest: ["The last tune, and thank you"]),
    Source(
      slug: "nine-bridges", title: "Nine Bridges", author: "Halina Brook",
      site: "https://nine-bridges.example/", feed: "https://nine-bridges.example/audio.xml",
      grammar: .rss2, voice: .listening, rhythm: .even(perWeek: 0.5, from: 640, to: 240),
      reading: .share(0.8), expected: .archive, because: "nine bridges were promised and told",
      words: 25, shown: 40, form: .episode, followed: 640, enqueued: 2,
      newest: ["Episode 29: the bridge that was never built (finale)"]),
    Source(
      slug: "platform-two", title: "Letters from Platform Two", author: "Augusta Lindgren-Mbeki",
      site: "https://platform-two.example/", feed: "https://platform-two.example/letters.atom",
      grammar: .atom, voice: .platform, rhythm: .even(perWeek: 0.25, from: 1_000, to: 400),
      reading: .share(0.9), expected: .archive, because: "a letter a month, the last 400 days ago",
      words: 160, shown: 30, naming: .tag, followed: 990, flagged: 5,
      newest: ["They have closed the platform, and I have moved to the sea"]),
  ]
}
