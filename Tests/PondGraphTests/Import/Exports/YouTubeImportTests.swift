import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("YouTube's Takeout")
struct YouTubeImportTests {
  private func sample() throws -> ExportFixture { try ExportFixture(sample: "youtube") }
  private let harbour = AccountKey(kind: .youtube, value: "UCexampleHarbour00000001")
  private let page = "http://www.youtube.com/channel/UCexampleHarbour00000001"

  @Test("subscriptions in any language, told by the ids in the first column (I2)")
  func subscriptions() throws {
    let bytes = try sample().bytes("Abos.csv")
    let imported = try #require(try ExportFixture.single("Abos.csv", bytes).first)
    #expect(imported.format == "youtube-subscriptions")
    #expect(imported.accounts.map(\.title) == ["Harbour Films", "Kiln, fired", "Tide Tables"])
    let first = try #require(imported.accounts.first)
    #expect(first.key == harbour && first.followed && first.followedAt == nil)
    #expect(
      first.address?.written
        == "https://www.youtube.com/feeds/videos.xml?channel_id=UCexampleHarbour00000001")
    #expect(first.address.map { AccountKey(reading: $0) } == first.key)
    #expect(first.site?.written.hasPrefix("http://www.youtube.com/channel/UC") == true)
    #expect(imported.skipped.isEmpty)
  }

  @Test("a table that a spreadsheet saved again: semicolons, a mark, line ends, a row too many")
  func resaved() throws {
    let text =
      "\u{FEFF}Id;Url;Titel\r\n\"UCexampleHarbour00000001\";\(page);Harbour\r\nsum;;\r\n"
    let imported = try #require(try ExportFixture.single("a.csv", Data(text.utf8)).first)
    #expect(imported.accounts.map(\.key) == [harbour] && imported.skipped.count == 1)
  }

  @Test("columns in any order, told by what stands in them (R-6)")
  func columns() throws {
    for text in [
      "Titel,Id,Url\nHarbour,UCexampleHarbour00000001,\(page)\n",
      "Url,Titel,Id\n\(page),Harbour,UCexampleHarbour00000001\n",
    ] {
      let imported = try #require(try ExportFixture.single("a.csv", Data(text.utf8)).first)
      #expect(imported.accounts.map(\.key) == [harbour])
      #expect(imported.accounts.first?.title == "Harbour")
      #expect(imported.accounts.first?.site?.written == page)
    }
  }

  @Test("a list without addresses is none by itself, and one where the person says so")
  func withoutAddresses() throws {
    let source = ImportSource(
      path: "a.csv", bytes: Data("Titel,Id\nHarbour,UCexampleHarbour00000001\n".utf8))
    #expect(!YouTubeSubscriptionsImport().recognizes(source))
    let imported = try Importers.read(
      source, as: "youtube-subscriptions", options: ExportFixture.options)
    #expect(imported.first?.accounts.map(\.title) == ["Harbour"])
  }

  @Test("one's own channel and comments are no subscriptions (I2)")
  func ownTables() throws {
    var takeout = ExportFixture([
      (
        "Takeout/channels/channel.csv",
        "Channel ID,Channel Title (Original),Channel Visibility\nUCmyself0000000000000001,Me,Private\n"
      ),
      (
        "Takeout/channels/channel URL configs.csv",
        "Channel ID,Channel Vanity URL 1 Name\nUCmyself0000000000000001,me-of-the-harbour\n"
      ),
      (
        "Takeout/comments/comments.csv",
        """
        Comment ID,Channel ID,Comment Create Timestamp,Price,Video ID,Comment Text
        UgxtiXQkY7gqHbldJ1F4AaABAg,UCmyself0000000000000001,2026-09-19T17:42:53+00:00,0,\
        example0001,"{""text"":""nice""}"

        """
      ),
    ])
    takeout.files.append(("Takeout/subscriptions/Abos.csv", try sample().bytes("Abos.csv")))
    let inputs = try takeout.inputs()
    #expect(
      inputs.flatMap(\.accounts).map(\.title) == ["Harbour Films", "Kiln, fired", "Tide Tables"])
    #expect(inputs.flatMap(\.skipped).count == 3)
    #expect(inputs.flatMap(\.skipped).allSatisfy { !$0.isLoss })
  }

  @Test("a list cut inside of its last row is refused; one without a last line end is whole")
  func cutRow() throws {
    let whole = "Id,Url,Titel\nUCexampleHarbour00000001,\(page),Harbour\n"
    let next = "UCexampleHarbour00000002,http://www.youtube.com/channel/UCexampleHarbour00000002,K"
    for kept in [9, 24, 25, 40] {
      let cut = Data((whole + next.prefix(kept)).utf8)
      do {
        _ = try ExportFixture.single("s.csv", cut)
        Issue.record("it was read")
      } catch let failure as ImportFailure {
        #expect(failure.state?.hasPrefix("1 channel stands before that point") == true)
      }
      var partial = ExportFixture.options
      partial.takesPartial = true
      let taken = try #require(try ExportFixture.single("s.csv", cut, partial).first)
      #expect(taken.accounts.map(\.key) == [harbour] && !taken.isComplete)
    }
    let unended = try #require(
      try ExportFixture.single("s.csv", Data((whole + next).utf8)).first)
    #expect(unended.accounts.count == 2 && unended.isComplete)
  }

  @Test("the list of before 2021 has dates")
  func oldList() throws {
    let bytes = try sample().bytes("subscriptions-2019.json")
    let imported = try #require(try ExportFixture.single("s.json", bytes).first)
    #expect(imported.format == "youtube-subscriptions")
    #expect(imported.accounts.map(\.title) == ["Harbour Films", "Old Quay"])
    #expect(
      imported.accounts.map(\.followedAt?.timeIntervalSince1970) == [
        1_541_093_074, 1_551_513_600,
      ])
  }

  @Test("what was watched, by channel; advertising, removed videos and searches are named")
  func history() throws {
    let bytes = try sample().bytes("Wiedergabeverlauf.json")
    let imported = try #require(try ExportFixture.single("h.json", bytes).first)
    #expect(imported.acts.map(\.kind) == [.watched, .watched, .watched, .watched])
    #expect(imported.acts.map(\.post?.value) == [1, 2, 1, 3].map { "yt:video:example000\($0)" })
    #expect(imported.acts.first?.account == harbour)
    #expect(imported.accounts.map(\.title) == ["Harbour Films", "Kiln, fired", "Meadows"])
    #expect(imported.accounts.allSatisfy { !$0.followed })
    #expect(
      imported.skipped.map(\.what) == [
        "2 lines of advertising", "1 removed video",
        "1 video without a channel", "1 search",
      ])
    #expect(
      imported.pageActs.map(\.address.written) == ["https://www.youtube.com/watch?v=example0006"])
    let attention = try #require(imported.attention.first)
    #expect(attention.kind == .youtube && attention.observability == 0.9)
    #expect(attention.to.timeIntervalSince(attention.from) > 5 * 86_400)
  }

  @Test("a watched video is the same post as in the channel's feed")
  func samePost() throws {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:yt="http://www.youtube.com/xml/schemas/2015">
      <id>yt:channel:x</id><title>Harbour Films</title>
      <link rel="self" href="https://www.youtube.com/feeds/videos.xml?channel_id=UCexampleHarbour00000001"/>
      <entry><id>yt:video:example0001</id><yt:videoId>example0001</yt:videoId><title>The mole</title>
      <link rel="alternate" href="https://www.youtube.com/watch?v=example0001"/>
      <published>2026-04-30T08:00:00+00:00</published></entry></feed>
      """
    let shown = try #require(try ExportFixture.single("f.xml", Data(feed.utf8)).first)
    let history = try #require(
      try ExportFixture.single("h.json", sample().bytes("Wiedergabeverlauf.json")).first)
    #expect(shown.posts.first?.account == harbour)
    #expect(shown.posts.first?.id == history.acts.first?.post)
  }

  @Test(
    "addresses of videos and of what is none",
    arguments: [
      ("https://www.youtube.com/watch?v=abc&t=3", "abc"), ("https://youtu.be/abc?x=1", "abc"),
      ("https://music.youtube.com/watch?v=abc", "abc"),
      ("https://www.youtube.com/shorts/abc", "abc"),
      ("https://www.youtube.com/results?search_query=v", nil),
      ("https://a.example/watch?v=abc", nil),
      ("https://www.youtube.com/watch?v=", nil), ("no address", nil),
    ])
  func videos(page: String, id: String?) {
    #expect(YouTubeVideo(page: page)?.id == id)
  }

  private func activity(_ rows: [(title: String, more: String)]) throws -> Imported {
    let records = rows.enumerated().map { number, row in
      """
      {"header":"YouTube","title":"\(row.title)","titleUrl":"https://youtu.be/example000\(number)",
      "subtitles":[{"name":"H","url":"https://www.youtube.com/channel/\(harbour.value)"}],
      "time":"2026-01-0\(number + 1)T10:00:00Z","products":["YouTube"]\(row.more)}
      """
    }
    let text = "[" + records.joined(separator: ",") + "]"
    return try #require(try ExportFixture.single("MyActivity.json", Data(text.utf8)).first)
  }

  @Test(
    "Google's record of activity: watched, liked, disliked, told by verbs in any language (E-9)",
    arguments: [
      ["Watched Boats", "Liked Boats", "Disliked Boats", "Searched for boats", "Subscribed to H"],
      [
        "Boote angesehen", "Boote positiv bewertet", "Boote negativ bewertet",
        "Nach booten gesucht", "H abonniert",
      ],
      ["Has visto Barcos", "Te gustó Barcos", "No te gustó Barcos", "Has buscado barcos"],
      [
        "Vous avez regardé Bateaux", "Vous avez aimé Bateaux", "Vous n'avez pas aimé Bateaux",
        "Vous avez recherché bateaux",
      ],
      ["舟 を視聴しました", "舟 を高く評価しました", "舟 を低く評価しました", "舟 を検索しました"],
    ])
  func verbs(_ titles: [String]) throws {
    let imported = try activity(titles.map { ($0, "") })
    #expect(imported.acts.map(\.kind) == [.watched, .liked])
    #expect(imported.acts.map(\.post?.value) == [0, 1].map { "yt:video:example000\($0)" })
    #expect(imported.skipped.first?.what == "1 video that you disliked")
    #expect(imported.skipped.allSatisfy { !$0.isLoss } && imported.warnings.isEmpty)
    #expect(imported.attention.first?.from == imported.attention.first?.to)
  }

  @Test("a dislike behind a like is no like, where its sentence ends as the other does")
  func dislikes() throws {
    let rows = [
      ("Je vond Boats leuk", ""), ("Je vond Kilns niet leuk", ""), ("Je vond C leuk", ""),
    ]
    #expect(try activity(rows).acts.map(\.kind) == [.liked, .liked])
    #expect(try activity(Array(rows[1...1])).acts.isEmpty)
  }

  @Test("a history is told by its heading or by its products, and by nothing less")
  func marks() throws {
    let rest = "\"titleUrl\":\"https://youtu.be/a\",\"time\":\"2026-01-01T00:00:00Z\"}]"
    func isOne(_ text: String) -> Bool { YouTubeHistoryImport().recognizes(Given.text(text)) }
    #expect(isOne("[{\"header\":\"YouTube\",\"title\":\"x\",\(rest)"))
    #expect(isOne("[{\"header\":\"YouTube Music\",\"title\":\"x\",\(rest)"))
    #expect(isOne("[{\"products\":[\"Web\",\"YouTube\"],\(rest)"))
    #expect(!isOne("[{\"products\":[\"Web\"],\"title\":\"x\",\(rest)"))
    #expect(!isOne("[{\"header\":\"Maps\",\"title\":\"x\",\(rest)"))
    #expect(!isOne("[{\"header\":\"YouTube\",\(rest)"))
    let cell = "<div class=\"mdl-cell\">"
    #expect(isOne("<html>\(cell)<a href=\"https://www.youtube.com/watch?v=a\">"))
    #expect(!isOne("<html>\(cell)<a href=\"https://a.example/\">"))
    #expect(!isOne("<html><a href=\"https://www.youtube.com/watch?v=a\">"))
    #expect(!isOne("\(cell)<a href=\"https://www.youtube.com/watch?v=a\">"))
  }

  @Test("an unknown verb is named once with its number; the watch history's rows are watched (E-9)")
  func unknownVerbs() throws {
    let history = #","activityControls":["YouTube watch history"]"#
    let imported = try activity([
      ("Watched Boats", ""), ("Pondered Boats", ""), ("Pondered Kilns", ""),
      ("Glimpsed Boats", history),
    ])
    #expect(imported.acts.map(\.kind) == [.watched, .watched])
    #expect(imported.skipped.map(\.what) == ["2 rows of the form “Pondered …”"])
  }

  @Test(
    "in a language that no table has, what was kept under a setting was watched, and it is said")
  func unknownLanguage() throws {
    let kept = #","activityControls":["YouTube zxcv"]"#
    let bare = try activity([("Boats qwert", ""), ("Kilns qwert", "")])
    #expect(bare.acts.map(\.kind) == [.watched, .watched] && bare.warnings.count == 1)
    let mixed = try activity([("Boats qwert", kept), ("Kilns asdf", "")])
    #expect(mixed.acts.map(\.kind) == [.watched] && mixed.warnings.count == 1)
    #expect(mixed.skipped.count == 1)
  }

  @Test("the whole Takeout, in whatever folders (I2), twice (I3)")
  func container() throws {
    let inputs = try sample().inputs()
    #expect(
      inputs.map(\.format).sorted() == [
        "youtube-history", "youtube-subscriptions", "youtube-subscriptions",
      ])
    #expect(try ExportFixture.second(inputs) == 0)
  }

  @Test("names in any letters are found in a zip archive, whatever the locale")
  func foreignNames() throws {
    let files = try sample().renamed {
      $0.hasSuffix("Abos.csv") ? "Takeout/YouTube и YouTube\u{A0}Music/подписки/подписки.csv" : nil
    }
    let imported = try files.imported("youtube-subscriptions")
    #expect(imported.accounts.count == 3 && imported.path.hasSuffix("подписки.csv"))
  }

  @Test("a history as a web page is refused with what to ask for")
  func webPage() throws {
    let page = """
      <html><head><title>Verlauf</title></head><body><div class="mdl-grid"><div class="outer-cell \
      mdl-cell mdl-cell--12-col">Watched <a href="https://www.youtube.com/watch?v=a">A</a></div>
      """
    do {
      _ = try ExportFixture.single("watch-history.html", Data(page.utf8))
      Issue.record("it was read")
    } catch let failure as ImportFailure {
      #expect(failure.advice?.contains("JSON") == true)
    }
    var files = try sample()
    files["Takeout/history.html"] = page
    let losses = try files.inputs().flatMap(\.skipped).filter(\.isLoss)
    #expect(losses.count == 1 && losses[0].why.contains("JSON"))
  }

  @Test("odd records cost themselves; a cut is said; damaged copies never crash (T-I05, T-I06)")
  func damage() throws {
    let odd = """
      [{"header":"YouTube","title":"x"}, 3, {"header":"YouTube","titleUrl":"https://youtu.be/a",
      "subtitles":[{"url":"https://www.youtube.com/channel/UCexampleHarbour00000001","name":"\\ud800"}],
      "time":"1e9999"}, {"header":1,"titleUrl":[],"subtitles":{},"time":null}
      """
    #expect(throws: ImportFailure.self) { try ExportFixture.single("h.json", Data(odd.utf8)) }
    let imported = try #require(try ExportFixture.single("h.json", Data((odd + "]").utf8)).first)
    #expect(imported.acts.count == 1 && imported.acts[0].at == nil)
    #expect(imported.skipped.count { $0.isLoss } == 1)
    let fixture = try sample()
    for (importer, name) in [
      (YouTubeHistoryImport() as any Importer, "Wiedergabeverlauf.json"),
      (YouTubeSubscriptionsImport(), "Abos.csv"), (YouTubeSubscriptionsImport(), "2019.json"),
    ] {
      #expect(try ExportFixture.survive(importer, name, fixture.bytes(name)) > 10)
    }
  }

  @Test(
    "the real files: as many channels as csv and jq count",
    .enabled(if: SharedData.file("youtube") != nil),
    arguments: [
      ("youtube_takeout_import_test_1.csv", 5), ("youtube_takeout_import_test_1.zip", 5),
      ("youtube_takeout_import_test_2.csv", 172), ("youtube_takeout_import_test_2.zip", 172),
      ("youtube_takeout_import_test.json", 4),
    ])
  func real(name: String, channels: Int) throws {
    let url = try #require(SharedData.file("youtube/\(name)"))
    let inputs = try Importers.read(url.path, as: nil, options: ExportFixture.options)
    #expect(inputs.flatMap(\.accounts).count { $0.followed } == channels)
    #expect(inputs.flatMap(\.accounts).allSatisfy { $0.key.kind == .youtube && $0.title != nil })
    #expect(try ExportFixture.second(inputs) == 0)
  }

  @Test(
    "the history of formats.md", .enabled(if: SharedData.file("youtube") != nil))
  func realHistory() throws {
    let url = try #require(SharedData.file("youtube/synthetic-watch-history.json"))
    let imported = try #require(
      try Importers.read(url.path, as: nil, options: ExportFixture.options).first)
    #expect(imported.acts.map(\.account.value) == ["UCiw7foSiavmt35KYp5JZNjg"])
    #expect(imported.skipped.map(\.what.first) == ["1", "1", "1", "1"])
    #expect(imported.skipped.last?.what == "1 row of the form “Viewed …”")
  }
}
