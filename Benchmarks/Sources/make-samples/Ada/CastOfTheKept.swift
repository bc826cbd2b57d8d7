// Ordinary good company, in English: house, garden, workshop, street.

extension Source {
  static let kept: [Source] = [
    Source(
      slug: "hedge-school", title: "Hedge School", author: "Fionnuala Adjei",
      site: "https://hedge-school.example/", feed: "https://hedge-school.example/feed/",
      grammar: .rss2, voice: .teaching, rhythm: .even(perWeek: 1, from: 350, to: 3),
      reading: .share(0.7), expected: .keep, because: "seven in ten read", flagged: 4),
    Source(
      slug: "two-pans", title: "Two Pans", author: "Salome & Bertrand",
      site: "https://two-pans.example/", feed: "https://two-pans.example/rss.xml",
      grammar: .rss2, voice: .kitchen, rhythm: .even(perWeek: 2, from: 330, to: 1.1),
      reading: .share(0.55), expected: .keep, because: "cooked from, often", flagged: 6, deleted: 2),
    Source(
      slug: "godwit-diary", title: "Godwit Diary", author: "Anselm Kariuki",
      site: "https://godwit.example/", feed: "https://godwit.example/diary.atom",
      grammar: .atom, voice: .birds, rhythm: .even(perWeek: 3, from: 260, to: 0.5),
      reading: .share(0.5), expected: .keep, because: "every other one read", words: 30,
      naming: .tag, followed: 300),
    Source(
      slug: "bone-folder", title: "Thread & Bone Folder", author: "Lucasta Mori",
      site: "https://bone-folder.example/", feed: "https://bone-folder.example/feed.xml",
      grammar: .rss2, voice: .thread, rhythm: .even(perWeek: 1, from: 360, to: 4.2),
      reading: .share(0.8), expected: .keep, because: "eight in ten read", words: 60, flagged: 5),
    Source(
      slug: "compile-slowly", title: "Compile Slowly", author: "Jun Hartono",
      site: "https://compile-slowly.example/", feed: "https://compile-slowly.example/atom.xml",
      grammar: .atom, voice: .code, rhythm: .even(perWeek: 1, from: 358, to: 2),
      reading: .share(0.6), expected: .keep, because: "six in ten read", words: 80, shown: 10,
      naming: .tag, flagged: 3),
    Source(
      slug: "open-gate", title: "Walled Garden, Open Gate", author: "Philippa Okonjo-Lund",
      site: "https://open-gate.example/", feed: "https://open-gate.example/feed",
      grammar: .rss2, voice: .garden, rhythm: .even(perWeek: 1.5, from: 364, to: 1.9),
      reading: .share(0.65), expected: .keep, because: "two in three read",
      ownAddress: .plainHTTP, flagged: 3),
    Source(
      slug: "tidewater", title: "Tidewater Almanac", author: "Merrick Stole",
      site: "https://tidewater.example/", feed: "https://tidewater.example/feed.xml",
      grammar: .rss2, voice: .coast, rhythm: .even(perWeek: 2, from: 150, to: 1.2),
      reading: .share(0.6), expected: .keep,
      because: "its ids changed three times; it is still one history", words: 35, shown: 20,
      followed: 152,
      snapshots: ["2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01"]),
    Source(
      slug: "back-row", title: "Pranks from the Back Row", author: "Gus",
      site: "https://back-row.test/", feed: "https://back-row.test/feed.json",
      grammar: .json, voice: .teaching, rhythm: .even(perWeek: 1, from: 150, to: 1.5),
      reading: .share(0.5), expected: .keep, because: "titles that try to act, and must not",
      words: 30, naming: .number, followed: 160, newest: Hostile.titles),
    Source(
      slug: "marble-notebook", title: "Marble Notebook", author: "Thea Vantongeren",
      site: "https://marble-notebook.example/",
      feed: "https://marble-notebook.example/feed.json", grammar: .json, voice: .sky,
      rhythm: .even(perWeek: 1, from: 250, to: 2.2), reading: .share(0.6), expected: .keep,
      because: "six in ten read", followed: 255),
    Source(
      slug: "signal-box", title: "The Old Signal Box", author: "Walter Abebe",
      site: "https://signal-box.example/", feed: "https://signal-box.example/atom03.xml",
      grammar: .atom03, voice: .platform, rhythm: .even(perWeek: 0.5, from: 362, to: 6),
      reading: .share(0.6), expected: .keep, because: "once a fortnight, mostly read",
      ownAddress: .none),
    Source(
      slug: "emil-mends", title: "Emil Mends Things", author: "Emil Birch",
      site: "https://emil.birch.example/", feed: "https://emil.birch.example/rss",
      grammar: .rss2, voice: .mending, rhythm: .even(perWeek: 0.25, from: 360, to: 12),
      reading: .share(1), expected: .keep, because: "her brother", shown: 20, followed: nil,
      flagged: 8),
    Source(
      slug: "release-notes", title: "Release Notes, Kindly", author: "Odalys Frey",
      site: "https://kindly.example.net/", feed: "https://kindly.example.net/releases.atom",
      grammar: .atom, voice: .releases, rhythm: .even(perWeek: 1, from: 200, to: 2.8),
      reading: .share(0.4), expected: .keep, because: "read when it concerns her", shown: nil,
      naming: .tag, followed: 220),
    Source(
      slug: "canal-ward", title: "Canal Ward Minutes", author: "Clerk",
      site: "https://canal-ward.example.org/", feed: "https://canal-ward.example.org/minutes.rss",
      grammar: .rss2, voice: .minutes, rhythm: .even(perWeek: 0.5, from: 350, to: 5),
      reading: .share(0.5), expected: .keep, because: "short, rare, local", shown: nil),
    Source(
      slug: "northgate", title: "Northgate Library: New Books", author: "Northgate Library",
      site: "https://northgate.example.org/", feed: "https://northgate.example.org/new.xml",
      grammar: .rss091, voice: .books, rhythm: .even(perWeek: 3, from: 180, to: 0.9),
      reading: .share(0.35), expected: .keep, because: "a third of it read", words: 14,
      shown: 15, ownAddress: .none, followed: 185),
  ]
}
