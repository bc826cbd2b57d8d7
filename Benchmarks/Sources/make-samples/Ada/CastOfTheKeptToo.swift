// Ordinary good company: to hear, to look at, and in other languages.

import Seeded

extension Source {
  static let keptToo: [Source] = [
    Source(
      slug: "low-tide-radio", title: "Low Tide Radio", author: "Efua Marsh",
      site: "https://low-tide.example/", feed: "https://low-tide.example/radio.xml",
      grammar: .rss2, voice: .listening, rhythm: .even(perWeek: 1, from: 340, to: 4.5),
      reading: .share(0.7), expected: .keep, because: "most of it heard", words: 30, shown: 30,
      form: .episode, enqueued: 6),
    Source(
      slug: "cellar-concerts", title: "Cellar Concerts", author: "Wilhelmina Osei",
      site: "https://cellar-concerts.example/", feed: "https://cellar-concerts.example/feed.xml",
      grammar: .rss2, voice: .listening, rhythm: .even(perWeek: 0.5, from: 340, to: 7),
      reading: .share(0.6), expected: .keep, because: "every other one heard", words: 25,
      shown: 30, form: .episode, enqueued: 2),
    Source(
      slug: "grandmother-tapes", title: "The Grandmother Tapes", author: "Rukmini & Oskar",
      site: "https://grandmother-tapes.example/",
      feed: "https://grandmother-tapes.example/tapes.rss", grammar: .rss2, voice: .listening,
      rhythm: .even(perWeek: 0.25, from: 355, to: 15), reading: .share(0.9), expected: .keep,
      because: "once a month, never missed", words: 40, shown: 20, form: .episode, enqueued: 1),
    Source(
      slug: "one-photograph", title: "One Photograph a Week", author: "Ilkka Verhoeven",
      site: "https://one-photograph.example/", feed: "https://one-photograph.example/feed.atom",
      grammar: .atom, voice: .gallery, rhythm: .even(perWeek: 1, from: 350, to: 1.4),
      reading: .share(0.9), expected: .keep, because: "nearly all of it seen", words: 10,
      naming: .uuid, flagged: 7),
    Source(
      slug: "lighthouse-log", title: "Lighthouse Log", author: "Keeper",
      site: "https://lighthouse-log.example/",
      feed: "https://lighthouse-log.example/log.atom", grammar: .atom, voice: .lighthouse,
      rhythm: .even(perWeek: 7, from: 120, to: 0.3), reading: .share(0.3), expected: .keep,
      because: "a line a day", words: 9, shown: 20, form: .note, naming: .tag, followed: 122),
    Source(
      slug: "wednesday-choir", title: "Wednesday Choir", author: "Mrs Adeyemi",
      site: "https://wednesday-choir.example/", feed: "https://wednesday-choir.example/rss",
      grammar: .rss2, voice: .choir, rhythm: .even(perWeek: 1, from: 360, to: 5.2),
      reading: .share(0.8), expected: .keep, because: "she sings there", words: 25, shown: nil),
    Source(
      slug: "plain-sky", title: "Plain Sky", author: "Bertil Nakagawa",
      site: "https://plain-sky.example/", feed: "https://plain-sky.example/feed.xml",
      grammar: .rss2, voice: .sky, rhythm: .even(perWeek: 0.5, from: 356, to: 8),
      reading: .share(0.7), expected: .keep, because: "rare and read", shown: 10, flagged: 2),
    Source(
      slug: "rowing", title: "Korsund Rowing Results", author: "Timekeeper",
      site: "https://rowing.example.net/", feed: "https://rowing.example.net/results.rss",
      grammar: .rss2, voice: .rowing, rhythm: .even(perWeek: 3, from: 170, to: 0.7),
      reading: .share(0.4), expected: .keep, because: "four in ten read", words: 12, shown: nil,
      naming: .number, followed: 175),
    Source(
      slug: "poem-twice", title: "A Poem, Twice", author: "Leyla Strand",
      site: "https://poem-twice.example/", feed: "https://poem-twice.example/feed/",
      grammar: .rss2, voice: .poem, rhythm: .even(perWeek: 1, from: 345, to: 3.3),
      reading: .share(0.75), expected: .keep, because: "three in four read", flagged: 6),
    Source(
      slug: "puzzle-box", title: "Sunday Puzzle Box", author: "Hedda Ruiz",
      site: "https://puzzle-box.example/", feed: "https://puzzle-box.example/rss.xml",
      grammar: .rss2, voice: .teaching, rhythm: .even(perWeek: 1, from: 300, to: 0.9),
      reading: .share(0.6), expected: .keep, because: "six in ten read", words: 30, shown: 20,
      naming: .number, followed: 310),
    Source(
      slug: "hills-mostly", title: "Hills, Mostly", author: "Aurel Whitlock",
      site: "https://hills-mostly.example/", feed: "https://hills-mostly.example/feed.xml",
      grammar: .rss2, voice: .hills, rhythm: .even(perWeek: 0.5, from: 352, to: 4),
      reading: .share(0.7), expected: .keep, because: "rare and read", words: 60, shown: nil),
    Source(
      slug: "young-gardener", title: "Letters to a Young Gardener", author: "Cornelia Prideaux-Ito",
      site: "https://young-gardener.example/",
      feed: "https://young-gardener.example/letters.xml", grammar: .rss2, voice: .garden,
      rhythm: .even(perWeek: 0.25, from: 358, to: 16), reading: .share(1), expected: .keep,
      because: "a letter a month, and she marked it important herself", words: 180, shown: 12,
      flagged: 5),
    Source(
      slug: "lichen", title: "Lichen of the Week", author: "Dr Saoirse Vance",
      site: "https://lichen.example.org/", feed: "https://lichen.example.org/week.atom",
      grammar: .atom, voice: .lichen, rhythm: .even(perWeek: 1, from: 340, to: 2.4),
      reading: .share(0.5), expected: .keep, because: "every other one read", shown: nil,
      naming: .tag),
    Source(
      slug: "laube", title: "Die Laube am Kanal", author: "Jörg Süßmilch",
      site: "https://laube.example/", feed: "https://laube.example/feed/",
      grammar: .rss2, voice: .laube, rhythm: .even(perWeek: 1, from: 355, to: 2.1),
      reading: .share(0.7), expected: .keep, because: "seven in ten read", language: "de",
      flagged: 3, newest: ["Größter Kürbis der Kolonie – schon jetzt!"]),
    Source(
      slug: "schreibtisch", title: "Schreibtisch im Süden", author: "Käthe Löwenhaupt",
      site: "https://schreibtisch.example/", feed: "https://schreibtisch.example/atom.xml",
      grammar: .atom, voice: .schreibtisch, rhythm: .even(perWeek: 0.5, from: 350, to: 6.5),
      reading: .share(0.6), expected: .keep, because: "langsam, und gelesen", words: 120,
      shown: 10, naming: .uuid, language: "de", flagged: 2),
    Source(
      slug: "fournil", title: "Le Fournil de Lise", author: "Lise Kermadec",
      site: "https://fournil.example/", feed: "https://fournil.example/rss.xml",
      grammar: .rss2, voice: .fournil, rhythm: .even(perWeek: 1.5, from: 340, to: 1.6),
      reading: .share(0.6), expected: .keep, because: "lue avec le café", language: "fr",
      encoding: .windows1252, newest: ["Mon “œuf” à 2 € — quelle histoire…"]),
    Source(
      slug: "marees", title: "Carnet des marées", author: "Solène Le Guirec",
      site: "https://marees.example/", feed: "https://marees.example/index.rdf",
      grammar: .rss1, voice: .marees, rhythm: .even(perWeek: 1, from: 330, to: 3.6),
      reading: .share(0.5), expected: .keep, because: "une fois sur deux", language: "fr"),
    Source(
      slug: "kami-to-ito", title: "紙と糸", author: "森田 すず",
      site: "https://kami.example/", feed: "https://kami.example/atom.xml",
      grammar: .atom, voice: .kami, rhythm: .even(perWeek: 1, from: 345, to: 2.9),
      reading: .share(0.6), expected: .keep, because: "よく読む", naming: .tag, language: "ja",
      flagged: 2),
    Source(
      slug: "yoake", title: "夜明けのお茶", author: "ひなた",
      site: "https://yoake.example/", feed: "https://yoake.example/rss",
      grammar: .rss2, voice: .ocha, rhythm: .even(perWeek: 2, from: 240, to: 0.6),
      reading: .share(0.4), expected: .keep, because: "四割ほど読む", words: 20, language: "ja",
      followed: 250),
    Source(
      slug: "daftar-al-bayt", title: "دفتر البيت", author: "سلمى حدّاد",
      site: "https://bayt.example/", feed: "https://bayt.example/feed.xml",
      grammar: .rss2, voice: .bayt, rhythm: .even(perWeek: 1, from: 335, to: 4.8),
      reading: .share(0.6), expected: .keep, because: "من القلب", language: "ar", flagged: 2),
  ]

  /// Everybody, in the order in which Ada's reader met them.
  static let all: [Source] = archetypes + kept + loud + keptToo + ended + new
}
