import Foundation
import Testing

@testable import PondGraph

@Suite("OPML: encodings")
struct OPMLEncodingTests {
  private let body = """
    <outline text="Übersicht €">
      <outline text="Zoë" xmlUrl="https://zoë.example/naïve"/>
    </outline>
    """

  private func text(_ label: String?) -> String {
    let head = label.map { "<?xml version=\"1.0\" encoding=\"\($0)\"?>" } ?? ""
    return head + "<opml version=\"2.0\"><body>\n\(body)\n</body></opml>"
  }

  private func title(_ document: OPMLDocument, _ index: Int) -> String? {
    document.withValues { values in values.value(.text, of: values.row(index)) }
  }

  @Test(
    "wide encodings are told by mark or by noughts, and places are places in the original",
    arguments: [
      (String.Encoding.utf16, 0), (.utf16LittleEndian, 0), (.utf16BigEndian, 0), (.utf32, 0),
      (.utf32LittleEndian, 0), (.utf32BigEndian, 0),
    ])
  func wide(encoding: String.Encoding, _: Int) throws {
    let original = text("UTF-16") + String(repeating: "<!-- 𝄞é -->\n", count: 400)
    let bytes = try #require(original.data(using: encoding))
    let document = try OPMLDocument(bytes)
    #expect(addresses(document) == ["https://zoë.example/naïve"])
    #expect(title(document, 0) == "Übersicht €")
    let element = bytes[document.outlines[1].element]
    let little: String.Encoding =
      switch encoding {
      case .utf16, .utf16LittleEndian: .utf16LittleEndian
      case .utf32, .utf32LittleEndian: .utf32LittleEndian
      default: encoding
      }
    let isBig = bytes.first == 0 || bytes.starts(with: [0xFE, 0xFF])
    let form: String.Encoding =
      isBig
      ? (encoding == .utf16 || encoding == .utf16BigEndian ? .utf16BigEndian : .utf32BigEndian)
      : little
    #expect(
      String(data: element, encoding: form)
        == "<outline text=\"Zoë\" xmlUrl=\"https://zoë.example/naïve\"/>")
  }

  @Test("UTF-8 with and without mark and label, and what calls itself utf8")
  func utf8() throws {
    for label in [nil, "UTF-8", "utf8", "US-ASCII"] {
      let document = try OPMLDocument(Data(text(label).utf8))
      #expect(addresses(document) == ["https://zoë.example/naïve"])
      #expect(document.isWellFormed)
    }
    let marked = try OPMLDocument(Data([0xEF, 0xBB, 0xBF]) + Data(text("ISO-8859-1").utf8))
    #expect(title(marked, 0) == "Übersicht €")
  }

  @Test(
    "single-byte encodings are decoded value by value",
    arguments: [("ISO-8859-1", String.Encoding.windowsCP1252), ("windows-1252", .windowsCP1252)])
  func singleBytes(label: String, encoding: String.Encoding) throws {
    let bytes = try #require(text(label).data(using: encoding))
    let document = try OPMLDocument(bytes)
    #expect(title(document, 0) == "Übersicht €")
    #expect(addresses(document) == ["https://zoë.example/naïve"])
    #expect(bytes[document.outlines[1].element].first == UInt8(ascii: "<"))
  }

  @Test("encodings that libxml2 knows are decoded through it")
  func others() throws {
    let head = Data("<?xml version='1.0' encoding='windows-1251'?><opml><body><outline text='".utf8)
    let tail = Data("' xmlUrl='https://a.example/'/></body></opml>".utf8)
    let cyrillic = try OPMLDocument(head + Data([0xCC, 0xE8, 0xF0]) + tail)
    #expect(title(cyrillic, 0) == "Мир")
    let japanese = Data(
      "<?xml version='1.0' encoding='Shift_JIS'?><opml><body><outline text='".utf8)
    let sjis = try OPMLDocument(japanese + Data([0x95, 0x5C, 0x8E, 0xA6]) + tail)
    #expect(title(sjis, 0) == "表示")
  }

  @Test("a wrong label costs no address, and is said")
  func wrongLabels() throws {
    let bytes = try #require(text("UTF-8").data(using: .windowsCP1252))
    let source = ImportSource(path: "list.opml", bytes: bytes)
    let imported = try OPMLImport().read(source, options: ImportOptions(now: .distantPast))
    #expect(imported.first?.accounts.first?.address?.written == "https://zoë.example/naïve")
    #expect(imported.first?.accounts.first?.folders == [["Übersicht €"]])
    #expect(imported.first?.warnings.contains { $0.contains("windows-1252") } == true)
    let utf8 = Data(text("UTF-16").utf8)
    #expect(try OPMLDocument(utf8).repairs == [.wrongLabel: 1])
    let sixteen = try OPMLDocument(Data(text("UTF-16").utf8))
    #expect(addresses(sixteen) == ["https://zoë.example/naïve"])
  }

  @Test(
    "UTF-8 under any other label is read as what it is, and said (I1)",
    arguments: [
      "ISO-8859-1", "windows-1252", "windows-1251", "Shift_JIS", "GBK", "ansi", "none", "unicode",
      "ucs-2", "utf-7", "UTF-16", "ISO-2022-JP",
    ])
  func mislabelled(label: String) throws {
    let source = ImportSource(path: "list.opml", bytes: Data(text(label).utf8))
    let imported = try OPMLImport().read(source, options: ImportOptions(now: .distantPast))
    let account = try #require(imported.first?.accounts.first)
    #expect(account.address?.written == "https://zoë.example/naïve" && account.title == "Zoë")
    #expect(account.folders == [["Übersicht €"]])
    #expect(
      imported.first?.warnings
        == ["not in the declared encoding: 1 wrong label, read as UTF-8, which it is"])
  }

  @Test(
    "names that programs have for UTF-8 are no wrong labels",
    arguments: ["utf-8-sig", "utf8mb4", "cp65001"])
  func otherNames(label: String) throws {
    let document = try OPMLDocument(Data(text(label).utf8))
    #expect(title(document, 0) == "Übersicht €" && document.isWellFormed)
  }

  @Test(
    "ASCII is ASCII under every label, and no damage",
    arguments: [
      "ISO-8859-1", "none", "ansi", "unicode", "ucs-2", "utf-7", "ISO-2022-JP", "hz-gb-2312",
    ])
  func plain(label: String) throws {
    let list = "<opml><body><outline text='A' xmlUrl='https://a.example/'/></body></opml>"
    let document = try OPMLDocument(
      Data("<?xml version='1.0' encoding='\(label)'?>\(list)".utf8))
    #expect(addresses(document) == ["https://a.example/"] && document.isWellFormed)
  }

  @Test("what is added under a wrong label is read alike by whoever believes it (E1)")
  func addedUnderWrongLabel() throws {
    let original = text("ISO-8859-1")
    var edits = OPMLEdits()
    let document = try OPMLDocument(Data(original.utf8))
    #expect(document.applying(edits).bytes == Data(original.utf8))
    edits.additions = [
      OPMLEdits.Addition(address: "https://b.example/", title: "Bö", site: nil, folder: nil)
    ]
    let edited = String(decoding: document.applying(edits).bytes, as: UTF8.self)
    #expect(edited.contains("text=\"B&#xF6;\"") && edited.contains("text=\"Zoë\""))
  }
}
