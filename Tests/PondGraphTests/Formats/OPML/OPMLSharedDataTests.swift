import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// The lists that people share, and what is known of each.
enum SharedLists {
  struct List: CustomTestStringConvertible {
    let name: String
    let bytes: Data
    /// What libxml2's recovery finds, as OPML_STATS.tsv has it.
    let recovered: Int
    let isWellFormed: Bool
    var testDescription: String { name }
  }

  static let all: [List] = {
    guard let table = SharedData.file("OPML_STATS.tsv"), let folder = SharedData.file("opml"),
      let text = try? String(contentsOf: table, encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count > 10, let recovered = Int(cells[3]),
        let bytes = try? Data(contentsOf: folder.appendingPathComponent(cells[0]))
      else { return nil }
      return List(
        name: cells[0], bytes: bytes, recovered: recovered, isWellFormed: cells[10].isEmpty)
    }
  }()

  /// The addresses that stand between the quotes of a `xmlUrl`, comments aside: no parser, only a
  /// pattern, so that it errs in other ways than a parser does.
  static func addressesByPattern(_ bytes: Data) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
      .replacingOccurrences(of: "<!--[\\s\\S]*?-->", with: "", options: .regularExpression)
    let pattern = try? NSRegularExpression(
      pattern: "\\sxmlurl\\s*=\\s*\"([^\"]*)\"", options: .caseInsensitive)
    let whole = NSRange(text.startIndex..., in: text)
    return (pattern?.matches(in: text, range: whole) ?? []).compactMap { match in
      guard let range = Range(match.range(at: 1), in: text) else { return nil }
      let address = plain(String(text[range]))
      return address.isEmpty ? nil : address
    }
  }

  private static func plain(_ text: String) -> String {
    let names = [
      ("&quot;", "\""), ("&apos;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&#39;", "'"),
      ("&#174;", "\u{AE}"), ("&amp;", "&"),
    ]
    return names.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

@Suite("OPML: the lists that people share", .enabled(if: !SharedLists.all.isEmpty))
struct OPMLSharedDataTests {
  // libxml2's recovery drops outlines in four files; two of Liferea's addresses are searches.
  static let differences = [
    "awesome-rss-feeds/countries_with_category_Russia.opml": 1,
    "awesome-rss-feeds/recommended_with_category_Beauty.opml": 1,
    "awesome-rss-feeds/recommended_with_category_Business_and_Economy.opml": 1,
    "awesome-rss-feeds/recommended_with_category_Programming.opml": 1,
    "liferea-feedlist_en.opml": -2,
  ]

  @Test("every address of every list is found, to the letter, and nothing else (I1)")
  func addresses() throws {
    for list in SharedLists.all {
      let source = ImportSource(path: list.name, bytes: list.bytes)
      let (imported, tally) = try OPMLImport().tallied(
        source, options: ImportOptions(now: .distantPast))
      let found = Set(imported.accounts.compactMap { $0.address?.written })
      let written = SharedLists.addressesByPattern(list.bytes).filter { $0 != "vfolder" }
      #expect(found == Set(written), "\(list.name)")
      #expect(tally.accounts == written.count, "\(list.name)")
      #expect(tally.accounts == list.recovered + (Self.differences[list.name] ?? 0), "\(list.name)")
      #expect(tally.accounts + tally.folders + tally.skipped == tally.seen, "\(list.name)")
      #expect(!imported.skipped.contains { $0.isLoss }, "\(list.name)")
    }
  }

  @Test("a list is called well-formed exactly when libxml2 calls it so")
  func wellFormedness() throws {
    for list in SharedLists.all {
      let document = try OPMLDocument(list.bytes)
      #expect(document.isWellFormed == list.isWellFormed, "\(list.name): \(document.warnings)")
      #expect(
        document.isWellFormed == (XMLCheck.wellFormedness(of: list.bytes) == nil), "\(list.name)")
    }
  }

  @Test("every outline's bytes are an outline, and within those of the one around it")
  func places() throws {
    for list in SharedLists.all {
      let document = try OPMLDocument(list.bytes)
      for outline in document.outlines {
        let element = list.bytes[outline.element]
        #expect(element.starts(with: "<outline".utf8) && element.last == UInt8(ascii: ">"))
        guard let parent = outline.parent else { continue }
        #expect(document.outlines[parent].element.clamped(to: outline.element) == outline.element)
      }
    }
  }
}
