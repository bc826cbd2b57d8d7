import Testing

@testable import PondGraph

/// Names of accounts on servers of the fediverse, as lists write them (formats.md §3).
@Suite("Names on servers")
struct AcctTests {
  @Test(
    "a name is itself, whatever stands before it and however it is written",
    arguments: [
      ("ada@social.example", "ada@social.example"), ("@Ada@Social.Example", "ada@social.example"),
      ("acct:ada@social.example", "ada@social.example"),
      ("acct:@ada@social.example", "ada@social.example"), ("ada", "ada"), ("@ada", "ada"),
      ("ADA_pond-1@social.example", "ada_pond-1@social.example"),
    ])
  func names(_ written: String, _ value: String) {
    let acct = Acct(written)
    #expect(acct?.value == value)
    #expect(acct?.hasHost == value.contains("@"))
  }

  @Test(
    "what has no name, no host behind its sign, two hosts or a foreign sign is none",
    arguments: [
      "", "@", "acct:", "acct:@", "ada@", "@@social.example", "ada@a.example@b.example", "ada b",
      "ada,b@social.example", "ada/b", "<ada@social.example>", "ada@social.example?x",
    ])
  func none(_ written: String) { #expect(Acct(written) == nil) }

  @Test("a name without a server belongs to the server that wrote the list")
  func home() {
    #expect(Acct("Ada")?.key(home: "social.example").value == "ada@social.example")
    #expect(Acct("ada@far.example")?.key(home: "social.example").value == "ada@far.example")
    #expect(Acct("ada")?.key(home: nil).value == "ada")
  }
}
