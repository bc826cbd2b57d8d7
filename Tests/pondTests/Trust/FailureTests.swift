import Foundation
import PondTestSupport
import Testing

extension TrustSideBySide {
  @Suite("What is said when something is wrong (T-C01)", .serialized)
  struct FailureTests {
    @Test("wrong arguments: exit 64, one block, nothing on standard output")
    func usage() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let wrong = [
        ["frobnicate"], ["list", "--all"], ["list", "--sort", "colour"], ["list", "--limit", "-1"],
        ["list", "--limit", "9999999999999999999999"], ["import"], ["inspect"], ["decide", "x"],
        ["decide", "x", "drop"], ["decide", "x", "keep", "--from", "y"], ["explain", "love"],
        ["list", "--now", "soon"], ["import", "--as", "novel", "x"], ["why"], ["backup"],
        ["export"], ["list", "--not-following-back"], ["list", "\u{1B}[31m\u{202E}"], ["\u{9B}31m"],
      ]
      for words in wrong {
        let outcome = try pond.run(words)
        expectFailure(outcome, 64)
        #expect(isHarmless(outcome.errors), "\(words)")
      }
    }

    @Test("a clock that tells no time is exit 64, from the option and from POND_NOW")
    func clock() throws {
      var pond = try PondProcess()
      defer { pond.remove() }
      let cache = try pond.cache()
      try pond.run("import", cache)
      for now in ["rubbish", "2026-13-45", "-", "2026-06-01T08:00:00Z extra", "2026-02-30"] {
        pond.environment = ["POND_NOW": now]
        for words in [
          ["list"], ["plan"], ["why", "feed-1.example"], ["import", cache], ["inspect", cache],
          ["decide", "feed-1.example", "keep"],
        ] {
          expectFailure(try pond.run(words), 64, "POND_NOW")
        }
        pond.environment = [:]
        expectFailure(try pond.run("list", "--now", now), 64, "ISO 8601")
      }
    }

    @Test("inputs that cannot be read: their code, their name, what to do")
    func inputs() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      mkfifo(pond.path("fifo"), 0o600)
      for command in ["inspect", "import"] {
        expectFailure(try pond.run(command, "/nowhere/at/all"), 66, "/nowhere/at/all")
        expectFailure(try pond.run(command, "/dev/null"), 66, "/dev/null")
        expectFailure(try pond.run(command, "/dev/zero"), 66, "/dev/zero")
        expectFailure(try pond.run(command, pond.path("fifo")), 66, "fifo")
        expectFailure(try pond.run(command, ""), 66)
      }
    }

    @Test("in JSON the same failure stands on standard output, once, with code and name")
    func json() throws {
      let cases: [([String], Int, String)] = [
        (["list", "--json"], 66, "NOINPUT"), (["inspect", "--json", "/nowhere"], 66, "NOINPUT"),
        (["import", "--json", "/nowhere"], 66, "NOINPUT"), (["doctor", "--json"], 66, "NOINPUT"),
        (["why", "--json", "x"], 66, "NOINPUT"), (["journal", "--json"], 66, "NOINPUT"),
      ]
      for (words, code, name) in cases {
        let pond = try PondProcess()
        defer { pond.remove() }
        let outcome = try pond.run(words)
        #expect(Int(outcome.code) == code)
        expectBlock(outcome.errors)
        let object = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
        let error = object?["error"] as? [String: Any]
        #expect(error?["code"] as? Int == code && error?["name"] as? String == name)
        #expect((error?["message"] as? String)?.isEmpty == false)
      }
    }

    @Test("wrong arguments are an error object, too, where JSON was asked for")
    func usageInJSON() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      for words in [
        ["list", "--json", "--bogus"], ["plan", "--size", "-1", "--json"], ["import", "--json"],
        ["list", "--format", "json", "--sort", "colour"], ["list", "--json", "--now", "soon"],
      ] {
        let outcome = try pond.run(words)
        #expect(outcome.code == 64)
        expectBlock(outcome.errors)
        let object = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
        let error = object?["error"] as? [String: Any]
        #expect(error?["code"] as? Int == 64 && error?["name"] as? String == "USAGE", "\(words)")
      }
      #expect(try pond.run("who", "--", "--json").output.isEmpty)
    }

    @Test("a title with line ends stays on its line, in a list of accounts as anywhere")
    func lineEnds() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let titles = ["One&#10;pond: all is lost", "Two&#10;again", "Three"]
      let outlines = titles.enumerated().map { number, title in
        "<outline type=\"rss\" text=\"\(title)\" xmlUrl=\"https://f\(number).example/feed\"/>"
      }
      let list = "<opml version=\"2.0\"><body>\(outlines.joined())</body></opml>"
      try pond.run("import", try pond.put(Data(list.utf8), "list.opml"))
      let outcome = try pond.run("why", "example")
      expectFailure(outcome, 64, "fits 3 accounts")
      #expect(outcome.errors.split(separator: "\n").count == 6, "\(outcome.errors)")
      #expect(outcome.errors.contains("One pond: all is lost"))
      expectFailure(try pond.run("why", "threee"), 64, "Did you mean Three?")
    }

    @Test("a name that is not in UTF-8 is refused before anything is done, and named in a folder")
    func oddNames() throws {
      var pond = try PondProcess()
      defer { pond.remove() }
      try pond.run("import", "Samples/ada/urls")
      let digest = try pond.soundDigest()
      try FileManager.default.createDirectory(
        atPath: pond.path("lists"), withIntermediateDirectories: false)
      let list = "<opml><body><outline xmlUrl='https://a.example/feed'/></body></opml>"
      _ = try pond.put(Data(list.utf8), "lists/good.opml")
      pond.launcher = [
        "/bin/sh", "-c",
        #"cd "$HOME"; odd=$(printf 'caf\351'); cp lists/good.opml "lists/$odd"; exec "$0" "$@" "$odd""#,
      ]
      for words in [
        ["import"], ["inspect"], ["backup"], ["restore"], ["export", "csv", "-o"],
        ["report", "-o"],
        ["decide", "--yes", "--from"], ["doctor", "--pond"],
      ] {
        expectFailure(try pond.run(words), 64, "is not in UTF-8")
      }
      #expect(try pond.run("list", "--json").text.contains("\"USAGE\""))
      pond.launcher = []
      #expect(pond.names(in: "").allSatisfy { !$0.contains("caf") })
      #expect(try pond.soundDigest() == digest)
      let seen = try pond.run("inspect", pond.path("lists"))
      #expect(seen.code == 1 && seen.text.contains("its name is not in UTF-8"), "\(seen.text)")
      pond.launcher = [
        "/bin/sh", "-c", #"POND_FILE=$HOME/$(printf 'caf\351'); export POND_FILE; exec "$0" "$@""#,
      ]
      expectFailure(try pond.run("import", "Samples/ada/urls"), 64, "POND_FILE is not in UTF-8")
    }

    @Test("an account that nobody is, or that several are, is said and never guessed")
    func accounts() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      try pond.run("import", pond.cache())
      let digest = try pond.soundDigest()
      for command in [["why"], ["decide"]] {
        let rest = command == ["decide"] ? ["let-go"] : []
        let nobody = try pond.run(command + ["nobody \u{1B}[2J"] + rest)
        #expect([64, 65, 66].contains(nobody.code))
        expectFailure(nobody, nobody.code)
        #expect(isHarmless(nobody.errors))
        let several = try pond.run(command + ["example"] + rest)
        #expect([64, 65].contains(several.code))
        expectFailure(several, several.code)
      }
      #expect(try pond.soundDigest() == digest)
    }
  }
}
