// Those of whom too little has been seen.

extension Source {
  static let new: [Source] = [
    Source(
      slug: "walnut-desk", title: "Walnut Desk", author: "Perpetua Ng",
      site: "https://walnut-desk.example/", feed: "https://walnut-desk.example/rss",
      grammar: .rss2, voice: .mending, rhythm: .even(perWeek: 3, from: 13.5, to: 0.8),
      reading: .share(0.8), expected: .wait, because: "followed a fortnight ago", shown: nil,
      followed: 14),
    Source(
      slug: "stove-radio", title: "Stove Radio", author: "Bao & Clementine",
      site: "https://stove-radio.example/", feed: "https://stove-radio.example/episodes.xml",
      grammar: .rss2, voice: .listening, rhythm: .days([50, 31, 8]), reading: .share(0.67),
      expected: .wait, because: "three episodes in eight weeks", words: 25, shown: 10,
      form: .episode, followed: 60, enqueued: 1,
      newest: ["Episode 3: soup", "Episode 2: also soup", "Episode 1: bread"]),
    Source(
      slug: "paper-days", title: "Paper Days", author: "The Paper Days committee",
      site: "https://paper-days.example/", feed: "https://paper-days.example/news.json",
      grammar: .json, voice: .gathering, rhythm: .even(perWeek: 7, from: 78, to: 67),
      reading: .share(0.3), expected: .wait,
      because: "all of it within two weeks of April: a burst is not a habit", words: 20,
      followed: 100),
    Source(
      slug: "small-weather", title: "Ledger of Small Weather", author: "Ikechi Thorne",
      site: "https://small-weather.example/", feed: "https://small-weather.example/feed.json",
      grammar: .json, voice: .lighthouse, rhythm: .even(perWeek: 2, from: 300, to: 1.7),
      reading: .count(0), expected: .wait,
      because: "her newsboat does not follow it, so nothing of her reading leaves a trace",
      words: 12, shown: 25, form: .note, isInNewsboat: false),
    Source(
      slug: "members", title: "Cellar Concerts, for members", author: "Wilhelmina Osei",
      site: "https://cellar-concerts.example/",
      feed: "https://members.cellar-concerts.example/feed.xml?user=ada&token=wren-4f1c0ab27e55",
      grammar: .rss2, voice: .listening, rhythm: .days([]), reading: .count(0), expected: .wait,
      because: "a private address that nothing here has ever read", shown: nil,
      isInNewsboat: false),
    Source(
      slug: "moss-mortar", title: "Moss & Mortar", author: "", site: "https://moss-mortar.example/",
      feed: "https://moss-mortar.example/rss?format=full&n=20", grammar: .rss2, voice: .lichen,
      rhythm: .days([]), reading: .count(0), expected: .wait,
      because: "on the list, and never looked at", shown: nil, followed: nil,
      isInNewsboat: false),
  ]
}
