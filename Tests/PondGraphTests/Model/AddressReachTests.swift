import PondGraph
import Testing

@Suite("What an address names")
struct AddressReachTests {
  @Test(
    "places of the web",
    arguments: [
      "https://example.org/feed", "HTTP://Example.org", "feed:https://example.org/a",
      "feed://example.org/a", "//example.org/feed", "example.org", "example.org/feed",
      "example.org:8080/feed", "  www.example.org/a.xml\n", "ada:pw@example.org/feed",
      "key@example.org/feed", "192.168.1.4/feed", "[2001:db8::1]/feed", "localhost:4000/feed",
      "bücher.example/feed", "example.org./feed", "http:///example.org/feed", "http://nas/feed",
      "news.xml.example/feed",
    ])
  func web(written: String) {
    #expect(Address(written).reach == .web)
  }

  @Test(
    "files of this machine",
    arguments: [
      "file:///home/ada/a.xml", "FILE:/a", "/home/ada/a.xml", "~/feeds/d.xml", "~ada/d.xml",
      "./a.xml", "../a.xml", "feeds/e.xml", "feeds/2026/e.xml", #"C:\Users\ada\c.xml"#,
      "C:/Users/ada/c.xml", #"\\server\share\c.xml"#, #"feeds\c.xml"#, "news.xml", "$HOME/a.xml",
      "%USERPROFILE%/a.xml", "//home/ada/a.xml", "feed:///home/ada/a.xml", ".feeds/a.xml",
      "feed:/home/ada/a.xml", "https:///home/ada/a.xml", "http://~/a.xml", "a.xml/b",
    ])
  func files(written: String) {
    #expect(Address(written).reach == .file)
  }

  @Test(
    "neither",
    arguments: [
      "youtube", "ada@example.org", "mailto:ada@example.org", "exec:~/bin/a.sh", "|curl x",
      "gopher://example.org/feed", "newsletter:17:news@letters.example", "", "http://",
      "query:New:unread = \"yes\"", "javascript:alert(1)", "some words",
    ])
  func neither(written: String) {
    #expect(Address(written).reach == .neither)
  }

  @Test(
    "numbers are a host where they are four",
    arguments: [("10.0.0.1/feed", true), ("10.0.1/feed", false), ("a.b.c.5/feed", false)])
  func numbers(written: String, isWeb: Bool) {
    #expect((Address(written).reach == .web) == isWeb)
  }

  @Test("localhost is this machine, with and without what stands around it")
  func thisMachine() {
    #expect(Address.isThisMachine(host: "localhost") && Address.isThisMachine(host: "a.localhost"))
    #expect(!Address.isThisMachine(host: "localhost.example"))
  }
}
