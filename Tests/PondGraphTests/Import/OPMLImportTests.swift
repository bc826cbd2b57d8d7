import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("OPML: what a list teaches")
struct OPMLImportTests {
  private let options = ImportOptions(now: Date(timeIntervalSince1970: 1_800_000_000))

  private func read(_ text: String, partial: Bool = false) throws -> (Imported, OPMLTally) {
    let source = ImportSource(path: "subs.opml", bytes: Data(text.utf8))
    let taking = ImportOptions(now: options.now, takesPartial: partial)
    let (imported, tally) = try OPMLImport().tallied(source, options: taking)
    return (imported, tally)
  }

  @Test("an account has one mention for each address as written, with all its folders (I1)")
  func mentions() throws {
    let (imported, tally) = try read(
      opml(
        """
        <outline text="Science" title="Not this">
          <outline text=" Grace &amp; co " title="t" xmlUrl="https://grace.example/feed" htmlUrl="https://grace.example/"/>
          <outline><outline title="Lise" text="" xmlUrl="https://lise.example/feed" type="rss"> </outline></outline>
          <outline text="Deep"><outline xmlUrl="https://grace.example/feed" category="/A/B,c d,importance/7,c d"/></outline>
        </outline>
        <outline text="AT&amp;amp;T &amp;lt;3" xmlUrl="http://grace.example/feed/"/>
        <outline text="Search" type="vfolder" xmlUrl="vfolder"/>
        <outline text="Odd" isComment="true"/>
        """))
    #expect(
      imported.accounts.map { $0.address?.written } == [
        "https://grace.example/feed", "https://lise.example/feed", "http://grace.example/feed/",
      ])
    let grace = try #require(imported.accounts.first)
    #expect(grace.title == "Grace & co")
    #expect(grace.site?.written == "https://grace.example/")
    #expect(grace.folders == [["Science"], ["Science", "Deep"]])
    #expect(grace.tags == ["A/B", "c d"])
    #expect(grace.importance == 7)
    #expect(grace.followed)
    #expect(imported.accounts[1].title == "Lise")
    #expect(imported.accounts[1].folders == [["Science"]])
    #expect(imported.accounts[2].title == "AT&T <3")
    #expect(imported.accounts[2].key == grace.key)
    #expect(imported.skipped.map(\.isLoss) == [false, false])
    #expect(tally == OPMLTally(seen: 9, accounts: 4, folders: 3, skipped: 2))
    #expect(imported.repeats == 1)
    #expect(imported.original?.bytes.count == imported.original.map { $0.bytes.count })
    #expect(imported.isComplete && imported.warnings.isEmpty)
  }

  @Test("read and skipped make up what was seen, in any document (I1)")
  func accountsForAll() throws {
    var chance = SplitMix64(seed: 11)
    let pieces = [
      "<outline text='f'>", "</outline>", "<outline xmlUrl='https://a.example/1'/>",
      "<outline xmlUrl=\"https://a.example/2?a=1&b=2\" text=\"x \"y\" z\"/>", "<!-- c -->",
      "<outline type='include' url='x.opml'/>", "<outline xmlUrl='query:a:b'/>", "&", "<", "\"",
      "<outline xmlUrl='https://b.example/", "<outline isComment='true'>", "\n", "<x>", "</x>",
    ]
    for _ in 0..<2_000 {
      let body = (0..<Int.random(in: 0..<12, using: &chance)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &chance)]
      }.joined()
      let (imported, tally) = try read(opml(body), partial: true)
      #expect(tally.accounts + tally.folders + tally.skipped == tally.seen)
      #expect(imported.accounts.count <= tally.accounts)
      #expect(imported.skipped.count { !$0.isLoss } == tally.skipped)
    }
  }

  @Test("what is damaged and whole is a warning; what is lost is named with its line (I1)")
  func damage() throws {
    let (whole, _) = try read(
      opml("<outline xmlUrl=\"https://a.example/?a=1&b=2\"/>\n<outline text=\"Q&A\"/>"))
    #expect(whole.warnings == ["not well-formed XML: 2 bare & characters, taken literally"])
    #expect(whole.skipped.map(\.isLoss) == [false])
    let (lossy, _) = try read(opml("<item xmlUrl=\"https://a.example/\"/>"))
    #expect(lossy.skipped.map(\.place) == ["line 5"])
    #expect(lossy.skipped.map(\.isLoss) == [true])
  }

  @Test("a list that was cut short is refused, and taken only when the person says so (E2)")
  func cutShort() throws {
    let text = "<opml><body>\n<outline xmlUrl=\"https://a.example/\"/>\n<outline text=\"G"
    do {
      _ = try read(text)
      Issue.record("a list that was cut short was read")
    } catch let failure as ImportFailure {
      #expect(failure.kind == .data)
      #expect(
        failure.sentence == "subs.opml: the file ends in the middle of a tag at line 3, column 17")
      #expect(failure.state == "1 outline stands before that point; nothing was imported.")
    }
    let (partial, _) = try read(text, partial: true)
    #expect(!partial.isComplete)
    #expect(partial.original?.isComplete == false)
    #expect(partial.accounts.count == 1)
  }

  @Test("a web page is called one (T-I03)")
  func webPage() {
    do {
      _ = try read("<!DOCTYPE html><html><body>Log in</body></html>")
      Issue.record("a web page was read")
    } catch {
      #expect(
        (error as? ImportFailure)?.sentence
          == "subs.opml: this is a web page (perhaps a log-in page), not a list of feeds")
    }
  }

  @Test("Overcast's unsubscribed feeds are known and not followed")
  func unsubscribed() throws {
    let (imported, _) = try read(
      opml(
        """
        <outline type="rss" xmlUrl="https://a.example/" subscribed="1"/>
        <outline type="rss" xmlUrl="https://b.example/"/>
        """))
    #expect(imported.accounts.map(\.followed) == [true, false])
  }

  @Test("dates of following and of the document are read where they can be")
  func dates() throws {
    let (imported, _) = try read(
      opml(
        """
        <outline xmlUrl="https://a.example/" created="Tue, 02 Feb 2021 10:00:00 GMT"/>
        <outline xmlUrl="https://b.example/" created="lately"/>
        <outline xmlUrl="https://c.example/" overcastAddedDate="2021-02-02T10:00:00Z"/>
        """,
        head: "<dateCreated>x</dateCreated><dateModified> 2 Feb 2021 10:00:00 +0000</dateModified>")
    )
    let day = Date(timeIntervalSince1970: 1_612_260_000)
    #expect(imported.accounts.map(\.followedAt) == [day, nil, day])
    #expect(imported.original?.documentDate == day)
  }

  @Test("titles are freed of double escapes only when that is certain")
  func doubleEscapes() {
    #expect(OPMLMeaning.unescapedTwice("AT&amp;T") == "AT&T")
    #expect(OPMLMeaning.unescapedTwice("Q&A &amp; more") == "Q&A &amp; more")
    #expect(OPMLMeaning.unescapedTwice("&eacute;") == "&eacute;")
    #expect(OPMLMeaning.unescapedTwice("5 &lt; 6&#39;") == "5 < 6'")
  }
}
