import Foundation
import PondTestSupport
import Testing

/// Keeps the walls of Sources/PondGraph: which room may name which, and which library.
@Suite("The house")
struct HouseTests {
  /// The rooms, and the rooms that each may name besides itself.
  static let mayName: [String: Set<String>] = [
    "Model": [],
    "Formats": [],
    "Import": ["Model", "Formats"],
    "Fetch": ["Model", "Formats"],
    "Store": ["Model"],
    "Graph": ["Model"],
    "Signals": ["Model", "Graph"],
    "Suggest": ["Model", "Graph", "Signals"],
    "Review": ["Model", "Suggest"],
    "Export": ["Model", "Formats", "Suggest"],
    "Loop": ["Model", "Signals", "Suggest"],
  ]

  /// Libraries, and the only folders that may import them.
  static let mayImport: [String: [String]] = [
    "GRDB": ["Store", "Import"],
    "CSQLite": ["Store", "Import"],
    "CPageSums": ["Store"],
    "CLibXML2": ["Formats/XML"],
    "CLibArchive": ["Formats/Archive"],
    "CLibCurl": ["Fetch"],
    "CZlib": ["Store"],
    "CLibMD": ["Model"],
    "ArgumentParser": [],
    "HummingbirdCore": [], "NIOCore": [], "NIOPosix": [], "HTTPTypes": [], "Logging": [],
  ]

  struct SourceFile: Sendable {
    let path: String
    let room: String
    let code: String
  }

  static let sources: [SourceFile] = Repository.files(
    below: "Sources/PondGraph", suffix: "swift"
  ).compactMap { url in
    let path = String(url.path.dropFirst(Repository.url("Sources/PondGraph").path.count + 1))
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
    let room = path.contains("/") ? String(path.prefix(while: { $0 != "/" })) : "Pond"
    return SourceFile(path: path, room: room, code: codeOnly(text))
  }

  /// Swift source with comments and the insides of string literals blanked out.
  static func codeOnly(_ text: String) -> String {
    let noise = /\/\/[^\n]*|"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"/
    return text.replacing(noise) { $0.output.hasPrefix("//") ? "" : "\"\"" }
  }

  /// The top-level types each room declares; a name that two rooms declare belongs to neither.
  static let owner: [String: String] = {
    var owner: [String: String] = [:]
    var shared: Set<String> = []
    let declaration =
      /(?m)^(?:(?:public|package|internal|final|indirect)\s+)*(?:struct|class|enum|protocol|actor|typealias)\s+(\w+)/
    for file in sources where file.room != "Pond" {
      for match in file.code.matches(of: declaration) {
        let name = String(match.output.1)
        if let other = owner[name], other != file.room { shared.insert(name) }
        owner[name] = file.room
      }
    }
    return owner.filter { !shared.contains($0.key) }
  }()

  @Test("every folder of Sources/PondGraph is a room that the plan knows")
  func roomsAreKnown() {
    let rooms = Set(Self.sources.map(\.room)).subtracting(["Pond"])
    #expect(rooms.isSubset(of: Set(Self.mayName.keys)))
    #expect(rooms.contains("Model"))
  }

  @Test("no room names a type of a room that its sentence does not allow")
  func arrowsAreAllowed() {
    for file in Self.sources {
      guard let allowed = Self.mayName[file.room] else { continue }
      let words = Set(file.code.matches(of: /\b[A-Z]\w*/).map { String($0.output) })
      for word in words.sorted() {
        guard let owner = Self.owner[word], owner != file.room else { continue }
        #expect(allowed.contains(owner), "\(file.path) names \(word), which lives in \(owner)")
      }
    }
  }

  @Test("only the rooms that own a library import it")
  func librariesStayInTheirRooms() {
    for file in Self.sources {
      for match in file.code.matches(of: /(?m)^\s*(?:\w+\s+)?import\s+(?:\w+\s+)?(\w+)/) {
        guard let folders = Self.mayImport[String(match.output.1)] else { continue }
        let isAllowed = folders.contains { file.path.hasPrefix($0 + "/") }
        #expect(isAllowed, "\(file.path) imports \(match.output.1)")
      }
    }
  }

  @Test("the library never prints, never runs a program, and opens no socket outside Fetch (E5)")
  func libraryIsQuiet() {
    let forbidden =
      /\b(?:print|debugPrint|dump|NSLog)\s*\(|\bProcess\s*\(|\bURLSession\b|\bsocket\s*\(/
    for file in Self.sources where file.room != "Fetch" {
      #expect(file.code.firstMatch(of: forbidden) == nil, "\(file.path) is not quiet")
    }
  }

  @Test("the library reads no clock and rolls no dice: time and chance are parameters")
  func libraryIsPure() {
    let impure = /\bDate\s*\(\s*\)|\bDate\.now\b|\.random\s*\(|SystemRandomNumberGenerator/
    for file in Self.sources {
      #expect(file.code.firstMatch(of: impure) == nil, "\(file.path) reads the clock or rolls dice")
    }
  }

  @Test("evidence has no field for who follows back or how many follow (S2, S9)")
  func evidenceKnowsNoReciprocity() throws {
    let evidence = try #require(Self.sources.first { $0.path == "Model/Evidence.swift" })
    let reciprocity = /(?i)follow(?:s|ed)?_?back|follower|reciproc|popular/
    #expect(evidence.code.firstMatch(of: reciprocity) == nil)
    for file in Self.sources where ["Signals", "Suggest", "Graph"].contains(file.room) {
      #expect(file.code.firstMatch(of: reciprocity) == nil, "\(file.path) reads reciprocity")
    }
  }

  @Test("a decision is made in Review alone, and read back in Store (R5)")
  func decisionsAreMadeInOnePlace() {
    for file in Self.sources where !["Review", "Store", "Model"].contains(file.room) {
      let makesOne = file.code.firstMatch(of: /\bDecision\s*\(/) != nil
      #expect(!makesOne, "\(file.path) makes a decision")
    }
  }

  @Test("what leaves is removed by decision, never by suggestion (R5)")
  func exportRemovesByDecision() {
    for file in Self.sources where file.room == "Export" {
      let takesAdvice = file.code.firstMatch(of: /\b(?:Suggestion|Assessment|Verdict)\b/)
      #expect(takesAdvice == nil, "\(file.path) names advice")
    }
  }

  @Test("no folder collects what has no home")
  func noFolderOfOddsAndEnds() {
    let collectors = ["utilities", "utils", "helpers", "common", "misc", "basics", "extensions"]
    let names = Self.sources.flatMap { $0.path.lowercased().split(separator: "/") }
    for name in names {
      #expect(
        !collectors.contains(name.split(separator: ".").first.map(String.init) ?? ""), "\(name)")
    }
  }

  @Test("the walls themselves can fail: a forbidden arrow is seen")
  func wallsCanFail() {
    let code = Self.codeOnly("let a = \"Post\" // Post\nlet b: Post? = nil")
    #expect(code.matches(of: /\bPost\b/).count == 1)
    #expect(Self.owner["Post"] == "Model")
    #expect(Self.mayName["Formats"]?.contains("Model") == false)
  }
}
