/// What a row of Google's record of activity on YouTube says was done. The rows are written in the
/// person's language, with the name of the video in the middle of the sentence.
struct YouTubeVerbs {
  /// What was done.
  enum Deed: CaseIterable {
    case disliked
    case liked
    case watched
    case searched
    case subscribed
  }

  /// How a sentence begins and ends, around a name.
  private struct Sentence {
    let before: String
    let after: String
    let deed: Deed

    func fits(_ title: String) -> Bool { title.hasPrefix(before) && title.hasSuffix(after) }
  }

  private var last: Sentence?

  /// What the row with this title says; nil for a sentence that the table does not have. A file is in one
  /// language and mostly of one sort of row, so the sentence of the row before is tried first.
  mutating func deed(_ title: String) -> Deed? {
    if let last, last.deed != .liked, last.fits(title) { return last.deed }
    last = Self.sentences.first { $0.fits(title) }
    return last?.deed
  }

  /// Whether a name of a setting under which a row was kept is that of the history of what was watched.
  static func isWatchHistory(_ control: String) -> Bool { watchHistories.contains(control) }

  // The table: `…` stands where the name does. Dislikes come before likes, for in some languages one
  // sentence ends as the other does.
  private static let sentences = Deed.allCases.flatMap { deed in
    (table[deed] ?? []).compactMap { sentence -> Sentence? in
      let parts = sentence.split(separator: "…", omittingEmptySubsequences: false).map(String.init)
      return parts.count == 2 ? Sentence(before: parts[0], after: parts[1], deed: deed) : nil
    }
  }

  private static let table: [Deed: [String]] = [
    .watched: [
      "Watched …", "… angesehen", "Vous avez regardé …", "Has visto …", "Viste …",
      "Hai guardato …", "Assistiu a …", "Você assistiu a …", "Viu …", "Je hebt naar … gekeken",
      "Je hebt … bekeken", "Tittade på …", "Så på …", "Så …", "… katsottiin", "Katsoit …",
      "Obejrzano: …", "Zhlédli jste video …", "Pozreli ste si video …",
      "Megtekintette a következőt: …", "Ați vizionat …", "Гледахте …", "Просмотрено видео …",
      "Вы посмотрели видео …", "Ви дивилися відео …", "Παρακολουθήσατε το βίντεο …",
      "… adlı videoyu izlediniz", "… izlənildi", "… を視聴しました", "… 을(를) 시청했습니다.",
      "… 을(를) 시청했습니다", "已觀看…", "观看了…", "已观看…", "Menonton …", "Đã xem …",
      "Pinanood ang …", "تمت مشاهدة …", "را تماشا کردید …", "… را تماشا کردید", "… देखा",
      "… দেখা হয়েছে", "… دیکھی",
    ],
    .liked: [
      "Liked …", "… positiv bewertet", "Mag ich: …", "… mit „Mag ich“ bewertet",
      "Vous avez aimé …", "Te gustó …", "Te ha gustado …", "Hai messo Mi piace a …",
      "Ti è piaciuto …", "Gostou de …", "Você gostou de …", "Je hebt … leuk gevonden",
      "Je vond … leuk", "Gillade …", "Syntes godt om …", "Likte …", "Pidit videosta …",
      "Polubiono: …", "Líbilo se vám video …", "V-a plăcut …", "Харесахте …",
      "Понравилось видео …", "Вам понравилось видео …", "Вам сподобалося відео …",
      "Σας άρεσε το βίντεο …", "… adlı videoyu beğendiniz", "… を高く評価しました",
      "… 을(를) 좋아합니다.", "… 을(를) 좋아합니다", "已對…表示喜歡", "喜欢了…", "Menyukai …",
      "Đã thích …",
    ],
    .disliked: [
      "Disliked …", "… negativ bewertet", "Mag ich nicht: …", "… mit „Mag ich nicht“ bewertet",
      "Vous n'avez pas aimé …", "Vous n’avez pas aimé …", "No te gustó …", "No te ha gustado …",
      "Hai messo Non mi piace a …", "Non ti è piaciuto …", "Não gostou de …",
      "Você não gostou de …", "Je hebt … niet leuk gevonden", "Je vond … niet leuk",
      "Ogillade …", "Syntes ikke godt om …", "Mislikte …", "Et pitänyt videosta …",
      "Nie polubiono: …", "Nelíbilo se vám video …", "Nu v-a plăcut …", "Не харесахте …",
      "Не понравилось видео …", "Вам не понравилось видео …", "Вам не сподобалося відео …",
      "Δεν σας άρεσε το βίντεο …", "… adlı videoyu beğenmediniz", "… を低く評価しました",
      "… 을(를) 싫어합니다.", "… 을(를) 싫어합니다", "Tidak menyukai …", "Đã không thích …",
    ],
    .searched: [
      "Searched for …", "Nach … gesucht", "Vous avez recherché …", "Has buscado …",
      "Buscaste …", "Hai cercato …", "Pesquisou …", "Você pesquisou …",
      "Je hebt gezocht naar …", "Je hebt naar … gezocht", "Sökte efter …", "Søgte efter …",
      "Søkte etter …", "Hait …", "Wyszukano: …", "Wyszukiwano: …", "Hledali jste …",
      "Ați căutat …", "Търсихте …", "Вы искали …", "Ви шукали …", "Αναζητήσατε …",
      "… araması yaptınız", "… için arama yaptınız", "… を検索しました", "… 을(를) 검색했습니다.",
      "… 을(를) 검색했습니다", "搜尋了…", "已搜尋…", "搜索了…", "Menelusuri …", "Đã tìm kiếm …",
    ],
    .subscribed: [
      "Subscribed to …", "… abonniert", "Vous vous êtes abonné à …", "Te suscribiste a …",
      "Te has suscrito a …", "Ti sei iscritto a …", "Inscreveu-se em …",
      "Je hebt je geabonneerd op …", "Prenumererade på …", "Abonnerede på …",
      "Abonnerte på …", "Tilasit …", "Zasubskrybowano: …", "Вы подписались на …",
      "Ви підписалися на …", "… kanalına abone oldunuz", "… に登録しました", "… を登録しました",
      "… 을(를) 구독했습니다.", "訂閱了…", "订阅了…",
    ],
  ]

  private static let watchHistories: Set<String> = [
    "YouTube watch history", "YouTube-Wiedergabeverlauf",
    "Historique des vidéos regardées sur YouTube", "Historial de reproducciones de YouTube",
    "Cronologia delle visualizzazioni di YouTube", "Histórico de exibição do YouTube",
    "Histórico de visualizações do YouTube", "YouTube-kijkgeschiedenis",
    "Visningshistorik på YouTube", "Afspilningshistorik på YouTube", "YouTube-seerlogg",
    "YouTube-katseluhistoria", "Historia oglądania w YouTube", "Historie sledování YouTube",
    "YouTube-os megtekintési előzmények", "Istoricul vizionărilor YouTube",
    "История на гледане в YouTube", "История просмотра YouTube", "Історія переглядів YouTube",
    "Ιστορικό παρακολούθησης YouTube", "YouTube izleme geçmişi", "YouTube baxış tarixçəsi",
    "YouTube の再生履歴", "YouTube 시청 기록", "YouTube 觀看記錄", "YouTube 观看记录",
    "Histori tontonan YouTube", "Nhật ký xem trên YouTube", "History ng panonood sa YouTube",
    "سجلّ مشاهدة YouTube", "سابقه تماشای YouTube", "YouTube देखने का इतिहास",
    "YouTube দেখার ইতিহাস", "YouTube دیکھنے کی سرگزشت",
  ]
}
