// German, French, Japanese and Arabic.

extension Voice {
  static let laube = Voice(
    titles: """
      {thing} – endlich!
      Neues von der Laube: {thing}
      Was der Frost übrig ließ: {thing}
      {n} Gläser Marmelade
      Nachbar Özdemir und {thing}
      {thing}, oder: warum ich bleibe
      Ein Abend am Kanal
      Regen, Regen, {thing}
      """,
    sentences: """
      Heute früh lag Nebel über dem Kanal, und alles glänzte, auch {thing}.
      Frau Jürgens von gegenüber hat {n} Setzlinge über den Zaun gereicht.
      Ich wollte nur kurz gießen und bin {n} Stunden geblieben.
      Die Gartenordnung sagt nein, die Bienen sagen ja.
      Am Tor steht ein Korb; nehmt mit, was ihr mögt.
      Am Abend haben wir gegrillt und über den Größten aller Kürbisse gestritten.
      Schön war's. Mehr muss man nicht schreiben.
      """,
    things:
      "Stangenbohnen|der alte Apfelbaum|Süßkirschen|die Regentonne|Mangold|ein Igel|Rote Grütze",
    places: "am Kanal")

  static let schreibtisch = Voice(
    titles: """
      Über {thing}
      {thing}: ein Versuch
      Brief an eine Lektorin, {thing} betreffend
      Was bleibt: {thing}
      Kleines Lob für {thing}
      """,
    sentences: """
      Seit Tagen denke ich über {thing} nach und komme nicht voran.
      Auf dem Schreibtisch liegen {n} Zettel, und auf jedem steht dasselbe.
      Meine Großmutter hätte dazu geschwiegen, und das wäre die bessere Antwort gewesen.
      Man müsste langsamer lesen, dachte ich, und las schneller.
      „{thing}“: vielleicht nur ein anderes Wort für Aufmerksamkeit.
      Im Süden ist das Licht so hell, dass man die Fehler sieht.
      """,
    things:
      "das Zögern|die Stille im Treppenhaus|Übersetzungsfehler|das Wörterbuch|späte Briefe|die Geduld",
    places: "im Süden")

  static let termine = Voice(
    titles: """
      {thing} am Sonntag in {place}
      {place}: {thing} fällt aus
      Heute: {thing}
      {thing}, Einlass ab 19 Uhr
      """,
    sentences: """
      {thing} in {place}. Eintritt frei.
      Näheres im Bürgerbüro.
      """,
    things: "Flohmarkt|Blasmusik|Lesung|Müllabfuhr|Stadtführung|Frühschoppen|Töpferkurs",
    places: "Kaltenmoos|Oberkaltenmoos|Unterkaltenmoos|St. Brannoc")

  static let fournil = Voice(
    titles: """
      {thing} : enfin !
      Le levain et {thing}
      Une fournée ratée
      {thing}, recette de ma tante Hélène
      Cinq heures du matin, {thing}
      Ce que j’ai appris : {thing}
      {n} baguettes et un orage
      """,
    sentences: """
      Ce matin, le four a mis {n} minutes de trop et personne ne s’est plaint.
      Le secret, c’est l’attente ; et un peu de sel.
      Une cliente m’a demandé {thing} « comme avant » — j’ai dit oui, sans savoir.
      Il pleuvait si fort que la farine avait l’air mouillée.
      J’ai gardé {thing} pour les enfants de l’école.
      À midi, il ne restait rien, sauf {thing}.
      """,
    things:
      "la brioche|le pain de seigle|les sablés|la tarte aux mirabelles|le pain d’épices|la croûte",
    places: "")

  static let marees = Voice(
    titles: """
      Marée de {n}, {place}
      {thing} à {place}
      Carnet : {thing}
      Grand vent sur {place}
      """,
    sentences: """
      Basse mer à six heures ; {thing} entre les rochers de {place}.
      Le vieux Gaël prétend avoir vu {n} dauphins, mais il ne sait pas compter.
      J’ai dessiné {thing}, mal, puis je suis rentrée.
      Rien à signaler, et c’est très beau.
      La lumière tombait de côté sur {place}.
      """,
    things: "une étoile de mer|des bigorneaux|un bateau bleu|un crabe vexé|les algues",
    places: "la pointe du Vell|l’anse aux Oies|la cale|l’îlot")

  static let kami = Voice(
    titles: """
      {thing}を折る
      {place}で見つけた{thing}
      {thing}のこと
      {n}枚目の{thing}
      {thing}と雨の日
      """,
    sentences: """
      {place}で{thing}を買いました。手ざわりがとてもやさしいです。
      糸を替えたら、音まで変わったような気がします。
      今日は{thing}を{n}枚だけ。急がないことにしました。
      雨の日は紙がすこし眠そうです。
      祖母の引き出しから{thing}が出てきました。📄
      """,
    things: "和紙|便箋|古い地図|千代紙|小さな手帳|栞",
    places: "北門の市|川沿いの店|朝の市場")

  static let ocha = Voice(
    titles: """
      夜明けの{thing}
      {thing}、{n}杯目
      {place}にて
      {thing}と小鳥
      静かな朝、{thing}
      """,
    sentences: """
      まだ暗いうちに{thing}をいれました。
      {place}の方から鐘が{n}回きこえます。
      湯気のむこうで猫があくびをしています。
      今朝は{thing}だけで十分でした。
      """,
    things: "ほうじ茶|玉露|麦茶|柚子茶|番茶",
    places: "縁側|港|坂の上|台所")

  static let bayt = Voice(
    titles: """
      {thing} على طريقة أمي
      حكاية {thing}
      صباح في {place}
      {thing} وأول المطر
      رسالة من {place}
      عن {thing} والصبر
      """,
    sentences: """
      استيقظت اليوم على رائحة {thing} من بيت الجيران.
      كانت جدتي تقول إن {thing} لا يُعدّ على عجل.
      مشينا إلى {place} وعدنا بسلة مليئة.
      انتظرنا نصف ساعة ولم يشتكِ أحد.
      في {place} التقيت صديقة لم أرها منذ سنوات. 🌿
      كتبت هذا كي لا أنسى.
      """,
    things: "الخبز|العدس|ورق العنب|القهوة|مربى المشمش|الزعتر",
    places: "السوق القديم|الحديقة|الميناء|شارع الياسمين")
}
