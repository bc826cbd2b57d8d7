import Foundation
import PondGraph
import PondTestSupport
import Testing

@testable import pond

/// The file of a person's answers, on its way back into a pond.
@Suite("Files of answers")
struct FilesOfAnswersTests {
  @Test("what leaves in one file comes back, however many answers there are (E4)")
  func manyAnswers() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let names = (0..<4_000).map { "https://f\($0).example/feed" }
    let outlines = names.map { "<outline type=\"rss\" text=\"Feed\" xmlUrl=\"\($0)\"/>\n" }
    let list = "<opml version=\"2.0\"><body>\(outlines.joined())</body></opml>"
    try pond.run("import", try pond.put(Data(list.utf8), "list.opml"))
    let reason = String(repeating: "it tells me of the harbour and of the moss, ", count: 7)
    let answers = names.map { "keep \($0) # Feed — \(reason)\n" }.joined()
    #expect(answers.utf8.count > 1 << 20)
    let file = try pond.put(Data(answers.utf8), "answers.txt")
    let taken = try pond.run("decide", "--yes", "--from", file)
    #expect(taken.code == 0 && taken.errors.contains("4,000 answers kept"), "\(taken.errors)")
    let written = try pond.run("export", "decisions").text
    #expect(written.utf8.count > 1 << 20)
    let other = try PondProcess()
    defer { other.remove() }
    try other.run("import", pond.path("list.opml"))
    let back = try other.run("decide", "--yes", "--from", "-", input: written)
    #expect(back.code == 0, "\(back.errors)")
    #expect(try other.run("export", "decisions").text == written)
  }

  @Test("a file that cannot be read: its code, what is wrong with it, what to do (T-C01)")
  func unreadable() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    try pond.run("import", "Samples/ada/urls")
    func said(_ path: String, _ code: Int32, _ words: String) throws {
      let outcome = try pond.run("decide", "--yes", "--from", path)
      #expect(outcome.code == code && outcome.output.isEmpty, "\(outcome.errors)")
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 3, "\(outcome.errors)")
    }
    try said(pond.path("nowhere"), 66, "there is no such file")
    try said(pond.home.path, 66, "this is a folder")
    try said(try pond.put(Data([0x6B, 0xE9, 0xFF]), "latin"), 65, "no UTF-8 text")
    let large = pond.path("large")
    #expect(FileManager.default.createFile(atPath: large, contents: nil))
    #expect(truncate(large, (64 << 20) + 1) == 0)
    try said(large, 65, "larger than 64 MB")
    let forbidden = TextFile.Unreadable(path: "a", trouble: .forbidden)
    #expect(forbidden.kind == .permission && forbidden.advice != nil)
  }
}
