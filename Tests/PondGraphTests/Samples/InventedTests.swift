import Foundation
import PondTestSupport
import Testing

/// Samples hold invented people and places only: every host stands under a name that RFC 2606
/// keeps free.
@Suite("Nobody in the samples is real")
struct InventedTests {
  /// Addresses that name a grammar, not a place.
  private static let grammars: Set<String> = [
    "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://purl.org/atom/ns#", "http://purl.org/dc/elements/1.1/", "http://purl.org/rss/1.0/",
    "http://purl.org/rss/1.0/modules/content/", "http://purl.org/rss/1.0/modules/slash/",
    "http://purl.org/rss/1.0/modules/syndication/",
    "http://www.itunes.com/dtds/podcast-1.0.dtd", "https://jsonfeed.org/version/1.1",
    "https://www.w3.org/ns/activitystreams",
  ]

  /// Pages of networks: their hosts are what an export is told by, the accounts are invented. Their
  /// names say `example`, their numbers are larger than any that was given.
  private static func isOfNetwork(_ address: Substring) -> Bool {
    let network =
      /https?:\/\/(www\.)?(twitter|x|instagram|threads|facebook|linkedin|youtube|reddit|github|tiktokv|tumblr)\.(com|net)\/.*(?i:example|90000000).*/
    return address.wholeMatch(of: network) != nil
  }

  private static let files: [URL] = {
    let found = FileManager.default.enumerator(
      at: Repository.url("Samples"), includingPropertiesForKeys: [.isRegularFileKey])
    return (found?.allObjects ?? []).compactMap { $0 as? URL }.filter {
      (try? $0.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true
    }
  }()

  private static func isReserved(_ host: String) -> Bool {
    let name = host.lowercased()
    return ["example", "test"].contains { name.hasSuffix(".\($0)") }
      || ["example.org", "example.net", "example.com"].contains {
        name == $0 || name.hasSuffix(".\($0)")
      }
  }

  @Test("Every host of every sample is an example")
  func hosts() throws {
    #expect(Self.files.count > 90)
    for file in Self.files {
      // Latin-1 gives every byte a character, so that databases and odd encodings are read too.
      let bytes = try Data(contentsOf: file).filter { $0 != 0 }
      let text = try #require(String(data: Data(bytes), encoding: .isoLatin1))
      for match in text.matches(of: /https?:\/\/([A-Za-z0-9.\-]+)[^\s"'<>`\\]*/) {
        let host = String(match.output.1)
        let isGrammar = Self.grammars.contains { match.output.0.hasPrefix($0) }
        let isInvented =
          isGrammar || Self.isReserved(host) || Self.isOfNetwork(match.output.0)
        #expect(isInvented, "\(host) in \(file.lastPathComponent)")
      }
    }
  }

  @Test("Every mail address of every sample is an example")
  func mail() throws {
    for file in Self.files {
      let text = try #require(
        String(data: try Data(contentsOf: file), encoding: .isoLatin1))
      for match in text.matches(of: /[a-z][a-z.\-]*@([a-z\-]+(?:\.[a-z\-]+)+)/) {
        #expect(Self.isReserved(String(match.output.1)), "\(match.output.0)")
      }
    }
  }
}
