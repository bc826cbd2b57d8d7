import Foundation
import PondTestSupport
import Testing

extension TrustSideBySide {
  @Suite("Odd surroundings (T-C03)", .serialized)
  struct SurroundingsTests {
    static let printing: [[String]] = [
      ["list", "--known"], ["plan"], ["why", "--json", "feed-1.example"],
    ]

    private func told(_ pond: PondProcess) throws -> [String] {
      try Self.printing.map { words in
        let outcome = try pond.run(words)
        #expect(outcome.code == 0, "\(words) \(pond.environment) \(outcome.errors)")
        return outcome.text + outcome.errors
      }
    }

    @Test("language, time zone and terminal change not one byte of what is said")
    func sameEverywhere() throws {
      var pond = try PondProcess()
      defer { pond.remove() }
      try pond.run("import", pond.cache())
      try pond.run("decide", "feed-1.example", "let-go", "--reason", "too loud")
      let plain = try told(pond)
      let surroundings: [[String: String]] = [
        ["LANG": "C"], ["LC_ALL": "POSIX"], ["LC_ALL": "tr_TR.UTF-8"], ["LC_ALL": "de_DE.UTF-8"],
        ["LC_ALL": "ja_JP.eucJP"], ["LC_ALL": "ar_EG.UTF-8"], ["LANG": "no such language"],
        ["TZ": "Pacific/Apia"], ["TZ": "Nowhere/At_All"], ["TZ": ":/etc/passwd"], ["TZ": "UTC+25"],
        ["TERM": "dumb"], ["TERM": ""], ["NO_COLOR": "1"], ["TZ": "America/St_Johns"],
        ["LC_NUMERIC": "de_DE.UTF-8", "LC_TIME": "fa_IR"],
      ]
      for variables in Rounds.some(6, of: surroundings) {
        pond.environment = variables
        #expect(try told(pond) == plain, "\(variables)")
      }
    }

    @Test("any COLUMNS is lived with, also none, twenty and nonsense")
    func columns() throws {
      var pond = try PondProcess()
      defer { pond.remove() }
      try pond.run("import", pond.cache())
      let widths = ["20", "1", "0", "-5", "wide", "99999999999999999999", "1000000", ""]
      for columns in Rounds.some(4, of: widths) {
        pond.environment = ["COLUMNS": columns]
        _ = try told(pond)
      }
    }

    @Test("no HOME, or one that is not there, is no crash; the pond file is where it was named")
    func home() throws {
      var pond = try PondProcess()
      defer { pond.remove() }
      let cache = try pond.cache()
      for home in ["", "/nowhere/at/all", "relative/home"] {
        pond.environment = ["HOME": home]
        #expect(try pond.run("import", cache).code == 0)
        _ = try pond.soundDigest()
        pond.environment["POND_FILE"] = ""
        #expect([0, 66].contains(try pond.run("list").code))
      }
      pond.environment = ["POND_FILE": "", "HOME": "/nowhere/at/all", "XDG_DATA_HOME": "relative"]
      expectFailure(try pond.run("list"), 66, "/nowhere/at/all")
    }

    @Test(
      "a path with any characters is only a path",
      arguments: ["-", "--", " ", "a b", "é", "🦆", "%s"])
    func paths(name: String) throws {
      var pond = try PondProcess()
      defer { pond.remove() }
      let cache = try pond.cache("\(name).db")
      pond.environment = ["POND_FILE": pond.path("\(name)/\(name)")]
      #expect(try pond.run("import", cache).code == 0)
      #expect(FileManager.default.fileExists(atPath: pond.path("\(name)/\(name)")))
    }
  }
}
