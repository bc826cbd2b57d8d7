import Testing

@testable import PondGraph

@Suite("A topic is words, whatever signs stand in it")
struct TopicTests {
  private func isIn(_ topic: String, _ text: String) throws -> Bool {
    try #require(Topic(topic)).isIn([text])
  }

  @Test("case, accents, widths and a plural's s make no difference; a part of a word is no word")
  func words() throws {
    for (topic, text) in [
      ("Garden", "my GARDENS in May"), ("gardens", "a garden"), ("Ökologie", "okologie heute"),
      ("cafe\u{301}", "The Café"), ("ＰＯＮＤ", "pond life"), ("rust", "#rust"), ("c++", "C, 1972"),
      ("bread sourdough", "Sourdough, and no other bread"), ("Привет", "привет, мир"),
      ("a b", "b a"), ("2026", "May 2026"), ("ﬁn", "a fin"), ("Straße", "die straße"),
      ("हिन्दी", "यह हिन्दी है"), ("١٢", "سنة ١٢"), ("bus", "the bus stops"),
    ] {
      #expect(try isIn(topic, text), "\(topic) in \(text)")
    }
    for (topic, text) in [
      ("art", "an article"), ("bread", "breadth"), ("new", "news"), ("bread sourdough", "bread"),
      ("glass", "glas"),
    ] {
      #expect(try !isIn(topic, text), "\(topic) in \(text)")
    }
  }

  @Test("what is written without blanks has to stand there letter for letter, from one letter on")
  func runs() throws {
    for (topic, text) in [
      ("茶", "お茶の時間"), ("抹茶", "京都の抹茶アイス"), ("人工知能", "人工知能の研究"), ("한국어", "한국어를 배운다"),
      ("ข้าว", "กินข้าวแล้ว"), ("ｱｲｽ", "抹茶アイス"), ("茶 tea", "green tea と 茶"), ("🇩🇪", "Hallo 🇩🇪!"),
    ] {
      #expect(try isIn(topic, text), "\(topic) in \(text)")
    }
    for (topic, text) in [("抹茶", "茶抹"), ("人工知能", "人工と知能"), ("🇩🇪", "🇪🇩"), ("茶茶", "茶 茶")] {
      #expect(try !isIn(topic, text), "\(topic) in \(text)")
    }
  }

  @Test("an emoji is a word, with or without its variants")
  func emoji() throws {
    #expect(try isIn("🌱", "spring 🌱🌷"))
    #expect(try isIn("👍🏽", "yes 👍"))
    #expect(try isIn("❤", "I ❤️ moss"))
    #expect(try !isIn("🌱", "🌷"))
  }

  @Test("signs alone are no topic, and no sign has a meaning of its own")
  func signs() throws {
    for nothing in ["", " \n\t", "\"", "*", "-", "(((", "\u{200D}\u{FE0F}", "…", "\u{0}", "🏽"] {
      #expect(Topic(nothing) == nil, "\(nothing)")
    }
    #expect(try isIn("NOT heron", "heron not egret"))
    #expect(try !isIn("NOT heron", "heron"))
    #expect(try isIn("title:heron*", "a Heron, a title"))
  }

  @Test("a passage begins shortly before the topic")
  func passage() throws {
    let topic = try #require(Topic("heron"))
    #expect(topic.passage(of: "a heron  at\ndusk") == "a heron at dusk")
    #expect(
      topic.passage(of: "one two three four five the Heron stood") == "… four five the Heron stood")
    #expect(topic.passage(of: "nothing of it here") == "nothing of it here")
  }
}
