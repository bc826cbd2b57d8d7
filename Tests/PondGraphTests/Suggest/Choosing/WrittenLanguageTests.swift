import Testing

@testable import PondGraph

/// In what language an account writes, so that the last voice of one can be named (S5).
@Suite("Languages")
struct WrittenLanguageTests {
  static let texts: [(String, String)] = [
    (
      "English",
      "How the tide came in, and what it left for the people of this harbour with its boats"
    ),
    ("German", "Wie der Hafen mit den Booten auf die Flut wartet und warum das nicht zu spät ist"),
    (
      "French",
      "Comment la marée est entrée dans le port, et ce que les gens du quai ont vu avec elle"
    ),
    (
      "Spanish", "Por qué la marea entra en el puerto con los barcos y no se queda para las fiestas"
    ),
    (
      "Italian",
      "Perché la marea non è come il porto che gli uomini hanno con le barche della città"
    ),
    ("Dutch", "Hoe het water van de haven met een boot naar de stad is en dat niet op zijn best"),
    (
      "Swedish",
      "Hur det är att vara i hamnen och som en båt på väg till havet med inte så mycket av allt"
    ),
    (
      "Polish",
      "Jak to jest, że nie wiemy, czy morze się podniesie na przystani przez noc oraz dla łodzi"
    ),
    ("Japanese", "港の朝はとても静かで、船がゆっくりと海へ出ていきます"),
    ("Chinese", "港口的早晨非常安静船慢慢地开向大海人们在岸上等待潮水退去"),
    ("Korean", "항구의 아침은 매우 조용하고 배는 천천히 바다로 나갑니다"),
  ]

  @Test("each of these is told", arguments: texts)
  func told(language: String, text: String) {
    #expect(WrittenLanguage.name(of: [text, text]) == language)
  }

  @Test("a few words, numbers, and two languages at once say nothing")
  func silent() {
    #expect(WrittenLanguage.name(of: []) == nil)
    #expect(WrittenLanguage.name(of: ["v1.2.3", "v1.2.4", "Weekly"]) == nil)
    #expect(WrittenLanguage.name(of: [Self.texts[0].1, Self.texts[1].1]) == nil)
  }
}
