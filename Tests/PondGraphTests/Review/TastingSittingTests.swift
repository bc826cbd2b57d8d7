import Foundation
import GRDB
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("A tasting over a pond file (R4, E4)")
struct TastingSittingTests {
  let shelf: Shelf
  private var now: Date { Invented.now }

  /// Three loud feeds of a post every few hours, a quiet one, one without words, one of equal titles.
  init() throws {
    shelf = try Shelf()
    let store = try shelf.pond()
    _ = try store.write(
      Invented.list(
        "a.opml",
        ["loud", "louder", "quiet", "mute", "same"].map {
          Invented.mention($0, title: "The \($0) one", folders: [["Folder of \($0)"]])
        }), at: now)
    try learn(store, "loud", 300)
    try learn(store, "louder", 700)
    try learn(store, "quiet", 6)
    try learn(store, "mute", 500) { _ in nil }
    try learn(store, "same", 400) { _ in "Untitled" }
  }

  private func learn(
    _ store: PondStore, _ name: String, _ count: Int,
    title: (Int) -> String? = { "word\($0)" }
  ) throws {
    let posts = (0..<count).map { index in
      Invented.post(
        name, "\(name)-\(index)", -84 * (Double(index) + 0.5) / Double(count), title: title(index))
    }
    _ = try store.write(Invented.feed("\(name).xml", name, posts), at: now)
  }

  private func open() throws -> Pond { try Pond(at: shelf.file("pond.sqlite"), for: .deciding) }

  private func sitting(_ wish: Pond.TastingWish = Pond.TastingWish()) throws -> Pond.TastingSitting
  {
    try open().taste(wish, now: now)
  }

  private func title(_ sitting: Pond.TastingSitting) throws -> String? {
    guard case .post(let post) = try sitting.next(now: now) else { return nil }
    return post.title
  }

  /// Answers so many posts.
  private func tasted(
    _ count: Int, _ sitting: Pond.TastingSitting, _ answer: TastingAnswer = .notForMe
  ) throws -> [String] {
    try (0..<count).compactMap { _ in
      guard let title = try title(sitting) else { return nil }
      let revealed = try sitting.answer(answer, now: now)
      return "\(revealed?.account?.title ?? "?"): \(title)"
    }
  }

  @Test(
    "the same posts come in every run, and an interrupted tasting goes on with the next of them")
  func repeatable() throws {
    let whole = try tasted(8, sitting())
    try shelf.fresh { try TastingSittingTests().shelf }
    // A new process each time: as after a kill between the key and the screen.
    let pieces = try (0..<8).flatMap { _ in try tasted(1, sitting()) }
    #expect(whole == pieces)
    #expect(zip(whole, whole.dropFirst()).contains { $0.prefix(8) != $1.prefix(8) })
    #expect(!whole.contains { $0.contains("mute") || $0.contains("quiet") })
    #expect(whole.count { $0.contains("same") } <= 1, "what shows the same words is asked once")
  }

  @Test("of somebody whose posts are old, what only went by is shown all the same")
  func glimpsed() throws {
    let shelf = try Shelf()
    let store = try shelf.pond()
    _ = try store.write(Invented.list("b.opml", [Invented.mention("gone", title: "Gone")]), at: now)
    let old = (0..<900).map { Invented.post("gone", "old-\($0)", -92 - Double($0) / 30) }
    _ = try store.write(
      Invented.feed("gone.xml", "gone", old, at: Invented.day(-91)), at: now)
    var glimpsed = Imported(path: "seen.json", format: "instagram")
    glimpsed.posts = (0..<3).map { number in
      Post(
        account: Invented.key("gone"), id: PostID("new-\(number)"), title: "passed \(number)",
        published: Invented.day(-5 + Double(number)), isKnownByActAlone: true)
    }
    glimpsed.acts = glimpsed.posts.map {
      Act(account: $0.account, post: $0.id, kind: .seen, at: $0.published)
    }
    _ = try store.write(glimpsed, at: now)
    let sitting = try Pond(at: shelf.file("pond.sqlite"), for: .deciding)
      .taste(Pond.TastingWish(goesOn: true), now: now)
    #expect(try tasted(3, sitting).count { $0.hasPrefix("Gone: passed") } == 3)
  }

  @Test("every answer is in the file before the next post, and undo is exact across restarts")
  func undoIsExact() throws {
    var digests: [String] = []
    var titles: [String?] = []
    for answer in [TastingAnswer.gladly, .notForMe, .cannotSay, .wouldRead] {
      let sitting = try sitting()
      digests.append(try open().store.logicalDigest())
      titles.append(try title(sitting))
      try sitting.answer(answer, now: now)
      #expect(try open().store.tastings().last?.answer == answer)
    }
    #expect(Set(digests).count == 4)
    for (digest, title) in zip(digests, titles).reversed() {
      let sitting = try sitting()
      #expect(try sitting.undo(now: now) != nil)
      #expect(try open().store.logicalDigest() == digest)
      #expect(try self.title(sitting) == title)
    }
    #expect(try sitting().undo(now: now) == nil)
  }

  @Test("two tastings at once see each other's answers; no post is answered in both")
  func twoAtOnce() throws {
    let (one, two) = (try sitting(), try sitting())
    let first = try #require(try title(one))
    #expect(try title(two) == first, "nothing was answered yet")
    try one.answer(.notForMe, now: now)
    try two.answer(.gladly, now: now)
    let standing = try open().store.tastings()
    #expect(standing.count == 1 && standing.first?.answer == .gladly, "the newest answer stands")
    let (left, right) = (try tasted(5, one), try tasted(5, two))
    #expect(Set(left).isDisjoint(with: right))
    #expect(try open().store.tastings().count == 11)
  }

  @Test("answers leave in the portable file and come back, onto the same posts (E4)")
  func portable() throws {
    _ = try tasted(6, sitting())
    _ = try tasted(2, sitting(), .gladly)
    let (pond, digest) = (try open(), try open().store.logicalDigest())
    let file = try pond.decisionFile { $0 }
    #expect(file.contains("\ntaste https://louder.example/feed # The louder one — not-for-me "))
    let other = try TastingSittingTests()
    let words = try other.open().words(in: file, path: "a.txt")
    #expect(words.tastings.count == 8)
    try other.open().keep(words, now: now)
    #expect(try other.open().store.logicalDigest() == digest)
    try other.open().keep(words, now: now)
    #expect(try other.open().store.logicalDigest() == digest, "what is known is not there twice")
  }

  @Test("a post whose id is an address with a secret is named by a digest, and found again")
  func secretIds() throws {
    let id = PostID("https://a.example/feed?token=0123456789abcdef0123456789abcdef")
    #expect(TastedName.name(of: id).hasPrefix("sha256:"))
    #expect(TastedName.name(of: PostID("two words")).hasPrefix("sha256:"))
    #expect(TastedName.name(of: PostID("https://a.example/1")) == "https://a.example/1")
    let store = try shelf.pond()
    let posts = [Invented.post("quiet", id.value, -3, title: "secret")]
    _ = try store.write(Invented.feed("more.xml", "quiet", posts), at: now)
    let line = """
      taste https://quiet.example/feed # q — would-read 2027-01-12T08:00:00Z 2027-01-15T08:00:00Z \
      \(TastedName.name(of: id))
      """
    try open().keep(open().words(in: line, path: "a.txt"), now: now)
    #expect(try store.tastings().map(\.post) == [id])
  }

  @Test(
    "a tasting in a file that is not understood is refused with its line",
    arguments: ["# a — gladly", "# a — loved 2027-01-12T08:00:00Z 2027-01-15T08:00:00Z x", "# a"])
  func refused(rest: String) throws {
    let text = "keep https://loud.example/feed\ntaste https://loud.example/feed \(rest)\n"
    #expect(throws: ReviewFailure.oddTaste(path: "a", line: 2)) {
      try DecisionFile(parsing: text, path: "a")
    }
  }

  @Test("an answer outlives the post that a newer import no longer shows")
  func removedPost() throws {
    _ = try tasted(6, sitting())
    let store = try shelf.pond()
    let before = try store.evidence(now: now).map(\.tasted)
    try store.changing { try $0.execute(sql: "DELETE FROM post; DELETE FROM post_text") }
    #expect(try store.evidence(now: now).map(\.tasted) == before)
    #expect(try store.evidence(now: now).flatMap(\.tasted).count == 6)
    #expect(try sitting().undo(now: now)?.words == nil)
    guard case .over(.nothingLeft) = try sitting().next(now: now) else {
      return #expect(Bool(false), "there is no post to show")
    }
  }

  @Test("a real act that becomes known later outranks the answer (model §8.1)")
  func realAct() throws {
    _ = try tasted(1, sitting())
    let store = try shelf.pond()
    let said = try #require(try store.tastings().first)
    var imported = Imported(path: "acts", format: "newsboat-cache")
    imported.acts = [Act(account: said.account, post: said.post, kind: .read, at: now)]
    _ = try store.write(imported, at: now)
    #expect(try store.evidence(now: now).flatMap(\.tasted).isEmpty)
    #expect(try store.tastings().count == 1, "the person's word is kept all the same")
  }

  @Test("who was answered about, or who has no post in 90 days, is not tasted; a folder narrows")
  func whoIsTasted() throws {
    try open().decide("louder.example", .keep, reason: nil, now: now)
    #expect(try !tasted(6, sitting()).contains { $0.contains("louder") })
    let folder = Pond.TastingWish(folder: "folder of LOUD", goesOn: true)
    #expect(try tasted(5, sitting(folder)).allSatisfy { $0.hasPrefix("The loud one") })
    let late = try open().taste(Pond.TastingWish(), now: Invented.day(91))
    guard case .over(.nothingLeft) = try late.next(now: Invented.day(91)) else {
      return #expect(Bool(false), "no post of 90 days is there")
    }
    let nowhere = try sitting(Pond.TastingWish(folder: "nowhere"))
    guard case .over(.nothingLeft) = try nowhere.next(now: now) else {
      return #expect(Bool(false), "there is no such folder")
    }
  }

  @Test("it stops by itself where little is left, and says what became clear and what that frees")
  func closing() throws {
    let sitting = try sitting()
    var count = 0
    while case .post = try sitting.next(now: now), count < 400 {
      try sitting.answer(.notForMe, now: now)
      count += 1
    }
    #expect(count > 10 && count < 200)
    let closing = try sitting.closing()
    #expect(closing.answers.count == count && closing.standing == count)
    #expect(closing.cleared.map(\.account.title).contains("The louder one"))
    #expect(closing.cleared.allSatisfy { [.letGo, .thin].contains($0.assessment.verdict) })
    #expect(closing.minutesFreed > 100)
    #expect(closing.questions >= closing.cleared.count)
    let again = try self.sitting().closing()
    #expect(again.answers.isEmpty && again.cleared.isEmpty && again.minutesFreed == 0)
  }

  @Test("names are shown where they are asked for, and only then")
  func named() throws {
    guard case .post(let blind) = try sitting().next(now: now),
      case .post(let named) = try sitting(Pond.TastingWish(isNamed: true)).next(now: now)
    else { return #expect(Bool(false), "there is something to taste") }
    #expect(blind.account == nil && named.account != nil && blind.title == named.title)
  }
}

extension Shelf {
  /// Puts another shelf's pond file in the place of its own.
  fileprivate func fresh(_ other: () throws -> Shelf) throws {
    try put(try other().bytes("pond.sqlite"), "pond.sqlite")
  }
}
