// The archetypes of model.md §10, as people.

extension Source {
  static let archetypes: [Source] = [
    Source(
      slug: "lantern-yard", title: "Lantern Yard", author: "Tobias Quill",
      site: "https://lantern-yard.example/", feed: "https://lantern-yard.example/rss.xml",
      grammar: .rss2, voice: .letters, rhythm: .days([80, 171, 256, 341]), reading: .share(1),
      expected: .keep, because: "four posts a year cost nothing; silence is never noise",
      archetype: "quiet blog", words: 200, shown: 10, flagged: 2,
      newest: [
        "The lamp by the water is on again", "Eleven kinds of waiting", "What the well said",
        "A chair for whoever comes",
      ]),
    Source(
      slug: "july-brass", title: "Thirty Days of Brass", author: "Rosalind Achterberg",
      site: "https://july-brass.example/", feed: "https://july-brass.example/feed/",
      grammar: .rss2, voice: .brass, rhythm: .julys([2023, 2024, 2025], count: 20),
      reading: .share(0.8), expected: .keep,
      because: "it comes back every July; eleven months of silence are its rhythm",
      archetype: "annual-season site", words: 20, shown: 60, followed: 1_070, flagged: 4,
      newest: ["Last night: everybody, all at once, in B flat 🎺"]),
    Source(
      slug: "weekly-kiln", title: "The Weekly Kiln", author: "Ines Varga",
      site: "https://weekly-kiln.example/", feed: "https://weekly-kiln.example/atom.xml",
      grammar: .atom, voice: .kiln, rhythm: .even(perWeek: 1, from: 760, to: 200),
      reading: .share(0.75), expected: .archive,
      because: "weekly for a year and a half, then silent for 200 days",
      archetype: "weekly blog silent 200 d", shown: 20, naming: .tag, followed: 755, flagged: 3),
    Source(
      slug: "harbour-wire", title: "Korsund Harbour Wire", author: "",
      site: "https://wire.example/", feed: "https://wire.example/f",
      grammar: .rss2, voice: .wire, rhythm: .even(perWeek: 420, from: 90, to: 0.02),
      reading: .count(90), expected: .thin,
      because: "sixty a day of which she reads one: real signal in far too much of it",
      archetype: "firehose", words: 0, shown: 20, naming: .number, followed: 90.5),
    Source(
      slug: "pip-all-day", title: "Pip Halloran, all day long", author: "",
      site: "https://pip.test/", feed: "https://pip.test/all", grammar: .rss2, voice: .chatter,
      rhythm: .even(perWeek: 175, from: 50, to: 0.05), reading: .count(0), expected: .letGo,
      because: "25 a day and not one of them read; that Pip follows back is not asked",
      archetype: "loud mutual", words: 0, shown: 20, naming: .number, followed: 51),
    Source(
      slug: "salt-marsh", title: "Salt Marsh Letters", author: "Maren Oyelaran",
      site: "https://salt-marsh.example/", feed: "https://salt-marsh.example/feed",
      grammar: .rss2, voice: .letters, rhythm: .even(perWeek: 2, from: 364, to: 1.3),
      reading: .share(0.6), expected: .keep, because: "two long letters a week, six in ten read",
      archetype: "essayist", words: 120, shown: 12, flagged: 9,
      newest: [
        "The pond is small enough", "What the tide leaves on the ferry steps",
        "To my reader in Ostrand, who is never late",
      ]),
    Source(
      slug: "small-hours", title: "Small Hours", author: "Noor",
      site: "https://small-hours.example/", feed: "https://small-hours.example/notes.xml",
      grammar: .rss2, voice: .notes, rhythm: .even(perWeek: 3.5, from: 180, to: 0.4),
      reading: .count(0), expected: .keep,
      because: "a short note every other day is company; it need not be opened",
      archetype: "ambient microblog", words: 8, shown: 20, form: .note, followed: 184),
    Source(
      slug: "other-side", title: "The Other Side of the Canal", author: "Gerrit Maas",
      site: "https://other-side.example/", feed: "https://other-side.example/index.rdf",
      grammar: .rss1, voice: .dissent, rhythm: .even(perWeek: 1, from: 360, to: 2.6),
      reading: .share(0.5), expected: .keep,
      because: "half of it read, none of it ever liked: worth having all the same",
      archetype: "dissenter", words: 70, shown: 15),
    Source(
      slug: "number-nine", title: "New at Number Nine", author: "Sela Brandt",
      site: "https://number-nine.example/", feed: "https://number-nine.example/feed.xml",
      grammar: .rss2, voice: .neighbours,
      rhythm: .days([3.2, 12, 19, 24, 33, 38, 47, 52, 60, 66, 75]),
      reading: .count(0), expected: .wait,
      because: "followed ten days ago, one post since; what came before is not hers to judge",
      archetype: "followed 10 days ago", shown: 11, followed: 10,
      newest: ["We found the light switch"]),
    Source(
      slug: "first-frost", title: "First Frost", author: "Yusuf Lindqvist",
      site: "https://first-frost.example/", feed: "https://first-frost.example/feed.atom",
      grammar: .atom, voice: .poem, rhythm: .days([40]), reading: .count(1), expected: .wait,
      because: "one post, one read: one of one is not a habit",
      archetype: "1 post, 1 read", shown: 10, naming: .uuid, followed: 58,
      newest: ["Hello, and a poem about gloves"]),
    Source(
      slug: "changes-rung", title: "Changes Rung", author: "Dot Penhale",
      site: "https://changes-rung.example/", feed: "https://changes-rung.example/feed.xml",
      grammar: .rss2, voice: .choir, rhythm: .even(perWeek: 1, from: 362, to: 22.4),
      reading: .share(0.8), expected: .repair,
      because: "a page of error in place of the feed for twenty days; before that weekly and read",
      archetype: "unreachable", shown: 10, flagged: 2,
      snapshots: [
        "2026-04-06", "2026-04-20", "2026-05-04", "2026-05-11", "2026-05-12", "2026-05-18",
        "2026-05-25", "2026-06-01",
      ]),
    Source(
      slug: "night-ferry", title: "The Night Ferry", author: "Ottoline Reyes",
      site: "https://night-ferry.example/", feed: "https://night-ferry.example/podcast.xml",
      grammar: .rss2, voice: .listening, rhythm: .even(perWeek: 1, from: 350, to: 9.5),
      reading: .share(0.7), expected: .repair, because: "the feed says itself where it has gone",
      archetype: "moved", words: 30, shown: 30, form: .episode, enqueued: 5,
      newest: ["We are moving the boat: please change the address"]),
  ]
}
