import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Lists of LinkedIn, Reddit and GitHub")
struct NetworkListTests {
  @Test("LinkedIn: the header below a preamble, commas in fields, days in English, closed accounts")
  func linkedIn() throws {
    let imported = try ExportFixture(sample: "linkedin").imported("linkedin-connections")
    #expect(
      imported.accounts.map(\.key.value) == ["in/nora-example-1a2b", "in/emilexample", "Søren"])
    #expect(imported.accounts.map(\.title) == ["Nora Lind", "Emil Brandt", "Søren"])
    #expect(imported.accounts.allSatisfy { $0.followed && $0.key.kind == .linkedin })
    #expect(
      imported.accounts.map(\.followedAt?.timeIntervalSince1970) == [
        1_710_201_600, 1_546_473_600, 1_580_515_200,
      ])
    #expect(imported.followers == 3)
    #expect(imported.skipped.contains { $0.what == "2 connections" && !$0.isLoss })
    #expect(!String(describing: imported).contains("SECRET"))
    #expect(imported.skipped.contains { $0.what.hasPrefix("1 file with messages") })
  }

  @Test("LinkedIn: an old file without addresses, and one that a spreadsheet saved again")
  func linkedInOthers() throws {
    let old =
      "First Name,Last Name,Email Address,Company,Position,Connected On\nNora,Lind,,,,1 Feb 2018\n"
    let resaved =
      "\u{FEFF}First Name;Last Name;URL;Connected On\r\nNora;Lind;https://www.linkedin.com/in/nora-example;12 Mar 2024\r\n"
    let first = try #require(try ExportFixture.single("c.csv", Data(old.utf8)).first)
    #expect(first.accounts.map(\.key) == [AccountKey(kind: .linkedin, value: "Nora Lind")])
    let second = try #require(try ExportFixture.single("c.csv", Data(resaved.utf8)).first)
    #expect(second.accounts.map(\.key.value) == ["in/nora-example"])
    #expect(throws: ImportFailure.self) {
      try LinkedInImport().read(
        ImportSource(path: "c.csv", bytes: Data("a,b\nc,d\n".utf8)), options: ExportFixture.options)
    }
  }

  @Test("LinkedIn, Reddit: a table cut inside of its last row is refused, or not whole")
  func cutRows() throws {
    let header = "First Name,Last Name,URL,Connected On\n"
    let nora = "Nora,Lind,https://www.linkedin.com/in/nora-example,12 Mar 2024\n"
    let saved =
      "id,permalink\n"
      + (1...3).map { "a\($0),https://www.reddit.com/r/exampletides/comments/a\($0)/x/\n" }.joined()
    for (text, standing) in [
      (header + nora + "Emil,Brandt,https://www.linke", "1 connection stands"),
      (header + nora + nora.replacing("nora", with: "emil") + "E", "2 connections stand"),
      (saved + "a4", "3 rows stand"),
    ] {
      do {
        _ = try ExportFixture.single("c.csv", Data(text.utf8))
        Issue.record("it was read")
      } catch let failure as ImportFailure {
        #expect(failure.state?.hasPrefix(standing) == true)
      }
      var partial = ExportFixture.options
      partial.takesPartial = true
      let taken = try #require(
        try ExportFixture.single("c.csv", Data(text.utf8), partial).first)
      #expect(!taken.isComplete && !taken.accounts.contains { $0.title?.hasPrefix("E") == true })
    }
    let unended = Data((header + nora.dropLast()).utf8)
    #expect(try ExportFixture.single("c.csv", unended).first?.isComplete == true)
  }

  @Test("Reddit: communities, and what was saved and voted up by the community in the address")
  func reddit() throws {
    let inputs = try ExportFixture(sample: "reddit").inputs()
    let imported = try #require(inputs.first)
    #expect(inputs.count == 1 && imported.format == "reddit")
    #expect(
      Set(imported.accounts.filter(\.followed).map(\.key.value)) == [
        "r/exampleharbours", "r/examplekilns", "u/nora_example",
      ])
    #expect(imported.accounts.filter { !$0.followed }.map(\.key.value) == ["r/exampletides"])
    let told = Set(imported.acts.map { "\($0.kind) \($0.account.value)" })
    #expect(told == ["saved r/exampleharbours", "saved r/exampletides", "liked r/examplekilns"])
    #expect(imported.acts.count == 4 && imported.acts.allSatisfy { $0.post != nil && $0.at == nil })
    #expect(!String(describing: inputs).contains("SECRET"))
    for account in imported.accounts.filter(\.followed) {
      #expect(account.address.map { AccountKey(reading: $0) } == account.key)
    }
  }

  @Test("Reddit: what was voted down was not liked, and a vote taken back is none")
  func votes() throws {
    var files = try ExportFixture(sample: "reddit")
    files["post_votes.csv"] = """
      id,permalink,direction
      a,https://www.reddit.com/r/up/comments/a/x/,up
      b,https://www.reddit.com/r/down/comments/b/x/,down
      c,https://www.reddit.com/r/none/comments/c/x/,none
      d,https://www.reddit.com/r/loud/comments/d/x/,UP
      """
    let acts = try files.imported("reddit").acts.filter { $0.kind == .liked }
    #expect(acts.map(\.account.value) == ["r/up", "r/loud"])
  }

  @Test("GitHub: pages joined to one another; followers are told by their name alone")
  func github() throws {
    let bytes = try ExportFixture(sample: "github").bytes("following.json")
    let imported = try #require(try ExportFixture.single("following.json", bytes).first)
    #expect(imported.format == "github-following")
    #expect(
      imported.accounts.map(\.key.value) == ["nora-example", "kiln-example", "tides-example"])
    #expect(imported.accounts.map(\.title) == ["nora-example", "Kiln-Example", "tides-example"])
    for account in imported.accounts {
      #expect(account.address.map { AccountKey(reading: $0) } == account.key)
    }
    let followers = try #require(try ExportFixture.single("followers.json", bytes).first)
    #expect(followers.accounts.isEmpty && followers.followers == 3)
    #expect(followers.warnings.count == 1)
  }

  @Test("twice changes nothing (I3); damaged copies never crash (T-I06)")
  func twiceAndDamaged() throws {
    for sample in ["linkedin", "reddit", "github"] {
      #expect(try ExportFixture.second(ExportFixture(sample: sample).inputs()) == 0)
    }
    let crowd: [(any Importer, String, String)] = [
      (LinkedInImport(), "linkedin", "Connections.csv"),
      (RedditImport(), "reddit", "saved_posts.csv"),
      (RedditImport(), "reddit", "subscribed_subreddits.csv"),
      (GitHubImport(), "github", "following.json"),
    ]
    for (importer, sample, name) in crowd {
      let bytes = try ExportFixture(sample: sample).bytes(name)
      #expect(try ExportFixture.survive(importer, name, bytes) > 10)
    }
  }

  @Test("other tables and lists are not taken for these (I2)")
  func recognition() {
    let others = [
      "Account address,Show boosts\na@b.example,true\n",
      "id,permalink\n1,https://a.example/r/x/y\n",
      "title,url,time_added,tags,status\n", "subreddit,x\n", "[{\"login\":1}]", "[]", "",
    ]
    for text in others {
      let source = ImportSource(path: "a", bytes: Data(text.utf8))
      for importer in [LinkedInImport(), RedditImport(), GitHubImport()] as [any Importer] {
        #expect(!importer.recognizes(source), "\(importer.format): \(text)")
      }
    }
  }

  @Test(
    "the files of formats.md", .enabled(if: SharedData.url != nil),
    arguments: [
      ("linkedin/synthetic-Connections.csv", 2, 0), ("reddit/synthetic", 2, 1),
      ("github/synthetic-following.json", 1, 0),
    ])
  func real(path: String, follows: Int, acts: Int) throws {
    let url = try #require(SharedData.file(path))
    let inputs = try Importers.read(url.path, as: nil, options: ExportFixture.options)
    #expect(inputs.count == 1)
    #expect(inputs.flatMap(\.accounts).count { $0.followed } == follows)
    #expect(inputs.flatMap(\.acts).count == acts)
    #expect(try ExportFixture.second(inputs) == 0)
  }
}
