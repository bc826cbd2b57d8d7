import Foundation
import PondTestSupport
import Testing

/// A sitting with the whole pond, step by step.
@Suite("pond cycle, sources and intend")
struct CycleTests {
  private func made() throws -> (pond: PondProcess, list: String) {
    var pond = try PondProcess()
    pond.environment["POND_NOW"] = "2026-06-01T12:00:00Z"
    let path = try pond.put(RegretTests.list(["Ash", "Birch", "Cedar"]), "trees.opml")
    try pond.run("import", path)
    return (pond, path)
  }

  /// A cycle in which every question but those given is passed over by Enter or q.
  @discardableResult
  private func cycle(
    _ pond: PondProcess, fetch: String = "", review: [String] = [], rest: [String] = [""],
    _ arguments: String...
  ) throws -> PondProcess.Outcome {
    let lines = [fetch] + review + rest
    return try pond.run(
      ["cycle", "--into", pond.home.path] + arguments,
      input: lines.joined(separator: "\n") + "\n")
  }

  @Test("seven steps; the list leaves under a name of its own; the next one is in a month")
  func whole() throws {
    var (pond, path) = try made()
    defer { pond.remove() }
    try pond.run("decide", "Birch", "let-go", "--reason", "no time")
    let said = try cycle(pond, rest: ["", "y"])
    #expect(said.code == 0, "\(said.errors)")
    let steps = said.lines.compactMap { $0.firstMatch(of: #/(\d) of 7 /#)?.1 }.map(String.init)
    #expect(steps == ["1", "2", "3", "4", "5", "6", "7"])
    #expect(said.text.contains("It is the first one."))
    #expect(said.text.contains("Your answers since 2026-05-02: 1 let-go."))
    #expect(said.text.contains("The next one: 2026-07-01."))
    #expect(said.lines.allSatisfy { $0.count <= 80 || $0.contains(pond.home.path) })
    let written = try Data(contentsOf: URL(fileURLWithPath: pond.path("trees-2026-06-01.opml")))
    #expect(written == RegretTests.list(["Ash", "Cedar"]))
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: path))
        == RegretTests.list(["Ash", "Birch", "Cedar"]))
    #expect(try pond.run("cycle", "--when").text == "next cycle: 2026-07-01\n")
    #expect(!(try pond.run().text.contains("pond cycle")))
    pond.environment["POND_NOW"] = "2026-07-01T12:00:00Z"
    #expect(try pond.run().text.contains("Next:  pond cycle   "))
    try pond.run("cycle", "--when", "--every", "10")
    #expect(try pond.run("cycle", "--when").text == "next cycle: 2026-06-11\n")
  }

  @Test("what changed is learned again, and only that; what is gone is said, and stops nothing")
  func sources() throws {
    var (pond, path) = try made()
    defer { pond.remove() }
    let other = try pond.put(RegretTests.list(["Dogwood"]), "other.opml")
    try pond.run("import", other, "--beside")
    #expect(try pond.run("sources").lines.count { $0.contains("\tunchanged\t") } == 2)
    pond.environment["POND_NOW"] = "2026-07-01T12:00:00Z"
    _ = try pond.put(RegretTests.list(["Ash", "Birch", "Cedar", "Elm"]), "trees.opml")
    try FileManager.default.removeItem(atPath: other)
    let states = try pond.run("sources", "--format", "tsv", "--fields", "path,state").lines
    #expect(states.contains("\(path)\tchanged") && states.contains("\(other)\tgone"))
    let said = try cycle(pond)
    #expect(said.code == 1)
    #expect(said.text.contains("4 accounts"))
    #expect(said.text.replacing("\n", with: " ").contains("is not there"))
    #expect(said.text.contains("That was the cycle."))
    #expect(said.errors.contains("1 step could not be done whole"))
    #expect(try pond.run("list", "--format", "tsv").text.contains("elm.example"))
    #expect(try pond.run("sources", "--forget", other).code == 0)
    #expect(try pond.run("sources").text.contains(other) == false)
    #expect(try pond.run("sources", "--forget", "nothing").code == 64)
    // Whoever leaves a list out does not find it again after the next cycle.
    try pond.run("forget", path, "--yes")
    _ = try pond.put(RegretTests.list(["Ash", "Fir"]), "trees.opml")
    try cycle(pond)
    #expect(try !pond.run("list", "--format", "tsv").text.contains("fir.example"))
  }

  @Test("what is read from standard input is no source")
  func standardInput() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    #expect(
      try pond.run(
        ["import", "-"], input: String(decoding: RegretTests.list(["Ash"]), as: UTF8.self)
      ).code
        == 0)
    let said = try pond.run("sources")
    #expect(said.code == 0 && said.text.isEmpty)
    #expect(said.errors.contains("No source is remembered"))
  }

  @Test("a cycle is left at any step, and goes on there; after two weeks it begins anew")
  func left() throws {
    var (pond, _) = try made()
    defer { pond.remove() }
    let first = try cycle(pond, fetch: "q")
    #expect(first.code == 0)
    #expect(first.text.contains("Left at step 2, “The network”. pond cycle goes on there."))
    pond.environment["POND_NOW"] = "2026-06-10T12:00:00Z"
    let second = try cycle(pond, rest: ["q"])
    #expect(second.text.contains("Going on with the cycle of 2026-06-01."))
    #expect(!second.text.contains("1 of 7"))
    #expect(second.text.contains("Left at step 6"))
    pond.environment["POND_NOW"] = "2026-06-16T12:00:00Z"
    let third = try pond.run(["cycle"], input: "q\n")
    #expect(third.text.contains("The cycle of 2026-06-01 was left at step 6"))
    #expect(third.text.contains("1 of 7"))
  }

  @Test("killed at any moment, it goes on; nothing that was said is lost")
  func killed() throws {
    for seconds in Rounds.some(3, of: (0..<20).map { Double($0) * 0.01 }) {
      let (pond, _) = try made()
      defer { pond.remove() }
      let input = try pond.put(Data("\n\n\n".utf8), "input")
      let child = try pond.start(
        ["cycle", "--into", pond.home.path], input: .path(input))
      Thread.sleep(forTimeInterval: seconds)
      child.kill(SIGKILL)
      _ = try child.wait()
      #expect(try pond.run("doctor").code == 0)
      let said = try cycle(pond)
      #expect(said.code == 0 && said.text.contains("That was the cycle."), "\(seconds)")
    }
  }

  @Test("an intention is noted, asked about once in the next cycle, ticked off, and taken back")
  func intentions() throws {
    var (pond, _) = try made()
    defer { pond.remove() }
    let digest = { try pond.run("intend", "--all", "--json").text }
    let before = try digest()
    #expect(
      try pond.run("intend", "answer Ash", "--account", "Ash", "--by", "2026-06-20").code == 0)
    #expect(try pond.run("intend").text.contains("answer Ash (by 2026-06-20)"))
    #expect(try pond.run("undo").text == "taken back: noted    answer Ash (by 2026-06-20)\n")
    #expect(try digest() == before)
    try pond.run("intend", "read the archive")
    try cycle(pond, rest: ["water the Cedar", ""])
    pond.environment["POND_NOW"] = "2026-07-01T12:00:00Z"
    let said = try cycle(pond, review: ["y", ""], rest: [""])
    #expect(said.text.contains("read the archive: done?"))
    #expect(said.text.contains("water the Cedar: done?"))
    let open = try pond.run("intend").text
    #expect(open.contains("water the Cedar") && !open.contains("read the archive"))
    #expect(try pond.run("intend", "--all").text.contains("read the archive (done 2026-07-01)"))
    let number = try #require(open.firstMatch(of: /(\d+)  water/)).1
    #expect(try pond.run("intend", "--drop", String(number)).code == 0)
    #expect(try pond.run("intend", "--drop", String(number)).code == 64)
    #expect(try pond.run("intend", "--done", "99").code == 64)
    #expect(try pond.run("intend", " ").code == 64)
    #expect(try pond.run("intend", String(repeating: "x", count: 201)).code == 64)
    #expect(try pond.run("intend", "--account", "Ash").code == 64)
    #expect(try pond.run("intend", "x", "--account", "nobody at all").code == 64)
  }

  @Test("whatever is said in whatever order, undo leads back through the same states (R4)")
  func undoing() throws {
    var chance = SplitMix64(seed: 16_10)
    for round in 0..<Rounds.times(1, 12) {
      let (pond, _) = try made()
      defer { pond.remove() }
      func state() throws -> [String] {
        try [
          ["list", "--json"], ["intend", "--all", "--json"], ["export", "decisions"], ["plan"],
        ]
        .map { try pond.run($0).text }
      }
      var states = [try state()]
      for step in 0..<10 {
        let names = ["Ash", "Birch", "Cedar"]
        let name = names.randomElement(using: &chance) ?? "Ash"
        let open = try pond.run("intend").text.matches(of: #/(?m)^ +(\d+)  /#).map { String($0.1) }
        let commands = [
          [
            "decide", name,
            ["keep", "let-go", "thin", "hold"].randomElement(using: &chance) ?? "keep",
          ],
          ["trial", name, "--days", "9"], ["follow", "https://new-\(step).example/feed"],
          ["intend", "visit \(name) \(step)", "--account", name],
          open.randomElement(using: &chance).map { ["intend", "--done", $0] } ?? [
            "intend", "rest",
          ],
          open.randomElement(using: &chance).map { ["intend", "--drop", $0] } ?? [
            "intend", "sleep",
          ],
        ]
        let command = commands.randomElement(using: &chance) ?? commands[0]
        #expect(try pond.run(command).code == 0, "\(round): \(command)")
        states.append(try state())
      }
      for earlier in states.dropLast().reversed() {
        #expect(try pond.run("undo").code == 0)
        #expect(try state() == earlier, "round \(round)")
      }
      #expect(try pond.run("undo").code == 64)
    }
  }

  @Test("a clock that was in 2106, a cycle two years late: sentences, and news of the time between")
  func clocks() throws {
    var (pond, _) = try made()
    defer { pond.remove() }
    pond.environment["POND_NOW"] = "2106-01-01T12:00:00Z"
    try cycle(pond)
    pond.environment["POND_NOW"] = "2026-06-02T12:00:00Z"
    let back = try cycle(pond)
    #expect(back.code == 0 && back.text.contains("It is the first one."))
    pond.environment["POND_NOW"] = "2028-06-02T12:00:00Z"
    let late = try cycle(pond)
    #expect(late.code == 0 && late.text.contains("The last one was on 2026-06-02."))
  }

  @Test("without a pond file, with nothing to read, with foreign text")
  func refused() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    for command in [["cycle"], ["sources"], ["intend"], ["intend", "x"]] {
      #expect(try pond.run(command).code == 66, "\(command)")
    }
    let (made, _) = try made()
    defer { made.remove() }
    #expect(try made.run(["cycle"], input: "").text.contains("Left at step 2"))
    #expect(try made.run("cycle", "--every", "0").code == 64)
    try made.run("intend", "a\u{1B}[31mred\nb")
    #expect(!(try made.run("intend").text.contains("\u{1B}")))
  }
}
