import Foundation
import PondGraph
import PondTestSupport
import Testing

@testable import pond

/// Several inputs at once: what is wrong with one costs no other.
@Suite("Several inputs")
struct SeveralInputsTests {
  private static func list(_ name: String) -> Data {
    let outline = "<outline type=\"rss\" text=\"\(name)\" xmlUrl=\"https://\(name).example/feed\"/>"
    return Data("<opml version=\"2.0\"><body>\(outline)</body></opml>".utf8)
  }

  private func pond() throws -> (pond: PondProcess, alpha: String, bad: String, beta: String) {
    let pond = try PondProcess()
    return (
      pond, try pond.put(Self.list("alpha"), "alpha.opml"),
      try pond.put(Data((0..<3_000).map { UInt8(truncatingIfNeeded: $0 * 89 + $0 >> 3) }), "noise"),
      try pond.put(Self.list("beta"), "beta.opml")
    )
  }

  private func object(_ outcome: PondProcess.Outcome) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any], "\(outcome.text)")
  }

  @Test("whatever the order, all that can be learned is, and each that cannot is named (I3, I9)")
  func orders() throws {
    var digests: Set<String> = []
    for order in [[0, 1, 2, 3], [3, 1, 0, 2], [2, 3, 1, 0]] {
      let (pond, alpha, bad, beta) = try pond()
      defer { pond.remove() }
      let inputs = [alpha, bad, beta, pond.path("mispelt")]
      let outcome = try pond.run(["import"] + order.map { inputs[$0] })
      #expect(outcome.code == 1, "\(outcome.errors)")
      #expect(outcome.errors.contains("noise: Pond does not know this format"))
      #expect(outcome.errors.contains("mispelt: there is no such file or folder"))
      #expect(outcome.errors.contains("Look at the spelling of the path."))
      #expect(outcome.errors.contains("Nothing of it was imported."))
      #expect(!outcome.errors.contains("Nothing was imported"))
      #expect(outcome.errors.hasSuffix("pond: done, but 2 of 4 inputs could not be taken.\n"))
      #expect(outcome.lines.filter { $0.contains("1 account new") }.count == 2)
      digests.insert(try pond.run("doctor", "--digest").text)
    }
    #expect(digests.count == 1)
  }

  @Test("in JSON what was learned stands beside what was not; inspect tells each in its place")
  func json() throws {
    let (pond, alpha, bad, beta) = try pond()
    defer { pond.remove() }
    let outcome = try pond.run("import", "--json", alpha, bad, beta)
    let told = try object(outcome)
    #expect(outcome.code == 1 && told["error"] == nil)
    #expect((told["inputs"] as? [[String: Any]])?.compactMap { $0["path"] as? String }.count == 2)
    let failed = try #require((told["failed"] as? [[String: Any]])?.first)
    let error = try #require(failed["error"] as? [String: Any])
    #expect(failed["path"] as? String == bad && error["code"] as? Int == 65)
    #expect(error["state"] as? String == "Nothing of it was imported.")
    let seen = try pond.run("inspect", "--json", alpha, bad, beta)
    #expect(seen.code == 1)
    #expect(seen.text.matches(of: /"format" : "opml"/).count == 2)
    #expect(seen.text.matches(of: /"name" : "DATAERR"/).count == 1)
    let plain = try pond.run("inspect", alpha, bad, beta)
    #expect(plain.code == 1 && plain.text.contains("beta.example"))
  }

  @Test(
    "where nothing at all was taken the code is that of the first trouble; one alone is as ever")
  func nothing() throws {
    let (pond, _, bad, _) = try pond()
    defer { pond.remove() }
    let both = try pond.run("import", pond.path("mispelt"), bad)
    #expect(both.code == 66 && both.output.isEmpty)
    #expect(both.errors.contains("mispelt") && both.errors.contains("noise"))
    let told = try object(try pond.run("import", "--json", bad, pond.path("mispelt")))
    #expect((told["error"] as? [String: Any])?["code"] as? Int == 65)
    #expect((told["failed"] as? [Any])?.count == 2 && (told["inputs"] as? [Any])?.isEmpty == true)
    let one = try pond.run("import", bad)
    #expect(one.code == 65 && one.errors.contains("Nothing was imported."))
    #expect(!FileManager.default.fileExists(atPath: pond.pondFile.path))
  }

  @Test("trouble of the pond file itself stops everything, and says what is kept")
  func stops() throws {
    struct Full: Failure {
      var kind: FailureKind { .io }
      var sentence: String { "the disk is full" }
      var state: String? { "Nothing was changed." }
      var advice: String? { nil }
    }
    var taken: [String] = []
    let inputs = try EachInput(["a", "b", "c"]) { path in
      if path == "b" { throw Full() }
      taken.append(path)
    } tell: { _, _ in
    }
    #expect(taken == ["a"] && inputs.failure?.kind == .io)
    #expect(inputs.failure?.state == "What was learned before it is kept.")
    let (pond, alpha, _, beta) = try pond()
    defer { pond.remove() }
    let foreign = try pond.put(Data("no pond file".utf8), "foreign")
    let outcome = try pond.run("import", "--pond", foreign, alpha, beta)
    #expect(outcome.code == 65 && outcome.errors.contains("this is not a pond file"))
    #expect(outcome.errors.split(separator: "\n").count { $0.hasPrefix("pond: ") } == 1)
  }
}
