/// The names of the months in the largest languages, as Unicode's CLDR writes them, in full
/// and short, in small letters and without full stops, with the short forms of blog software.
enum FeedMonthNames {
  /// The number of a month by any of its names, or by three letters or more with which only names
  /// of this month begin; nil where no language of the table has it.
  static func month(_ name: String) -> Int? {
    if let known = known[name] { return known }
    if name.hasPrefix("tháng"), let number = Int(name.dropFirst(5)), (1...12).contains(number) {
      return number
    }
    let isWord = (3...20).contains(name.unicodeScalars.count)
    guard isWord, !name.utf8.contains(where: \.isDigitASCII) else { return nil }
    let meant = Set(known.lazy.filter { $0.key.hasPrefix(name) }.map(\.value))
    return meant.count == 1 ? meant.first : nil
  }

  /// By name. No name stands for two months: Croatian is left out, whose names are other months in
  /// Czech and Polish.
  private static let known: [String: Int] = {
    var known: [String: Int] = [:]
    for language in languages {
      for (index, names) in language.split(separator: ",").enumerated() {
        for name in names.split(separator: " ") { known[String(name)] = index + 1 }
      }
    }
    return known
  }()

  // One language each: the months from January, those of one month by blanks.
  private static let languages = [
    // English
    """
    january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, \
    september sep sept, october oct, november nov, december dec
    """,
    // Spanish
    """
    enero ene, febrero feb, marzo mar, abril abr, mayo may, junio jun, julio jul, agosto \
    ago, septiembre sept set setiembre, octubre oct, noviembre nov, diciembre dic
    """,
    // French
    """
    janvier janv, février févr fév fev fevrier, mars, avril avr, mai, juin, juillet juil, \
    août aout, septembre sept, octobre oct, novembre nov, décembre déc decembre
    """,
    // German
    """
    januar jan jän jänner, februar feb feber, märz mär mrz, april apr, mai, juni jun, juli \
    jul, august aug, september sept sep, oktober okt, november nov, dezember dez
    """,
    // Italian
    """
    gennaio gen, febbraio feb, marzo mar, aprile apr, maggio mag, giugno giu, luglio lug, \
    agosto ago, settembre set, ottobre ott, novembre nov, dicembre dic
    """,
    // Portuguese
    """
    janeiro jan, fevereiro fev, março mar, abril abr, maio mai, junho jun, julho jul, \
    agosto ago, setembro set, outubro out, novembro nov, dezembro dez
    """,
    // Dutch
    """
    januari jan, februari feb, maart mrt, april apr, mei, juni jun, juli jul, augustus \
    aug, september sep, oktober okt, november nov, december dec
    """,
    // Swedish
    """
    januari jan, februari feb, mars, april apr, maj, juni, juli, augusti aug, september \
    sep, oktober okt, november nov, december dec
    """,
    // Danish
    """
    januar jan, februar feb, marts mar, april apr, maj, juni jun, juli jul, august aug, \
    september sep, oktober okt, november nov, december dec
    """,
    // Norwegian Bokmål
    """
    januar jan, februar feb, mars mar, april apr, mai, juni jun, juli jul, august aug, \
    september sep, oktober okt, november nov, desember des
    """,
    // Finnish
    """
    tammikuuta tammikuu tammi, helmikuuta helmikuu helmi, maaliskuuta maaliskuu maalis, \
    huhtikuuta huhtikuu huhti, toukokuuta toukokuu touko, kesäkuuta kesäkuu kesä, \
    heinäkuuta heinäkuu heinä, elokuuta elokuu elo, syyskuuta syyskuu syys, lokakuuta \
    lokakuu loka, marraskuuta marraskuu marras, joulukuuta joulukuu joulu
    """,
    // Polish
    """
    stycznia styczeń sty, lutego luty lut, marca marzec mar, kwietnia kwiecień kwi, maja \
    maj, czerwca czerwiec cze, lipca lipiec lip, sierpnia sierpień sie, września wrzesień \
    wrz, października październik paź paz, listopada listopad lis, grudnia grudzień gru
    """,
    // Czech
    """
    ledna leden led, února únor úno, března březen bře, dubna duben dub, května květen \
    kvě, června červen čvn, července červenec čvc, srpna srpen srp, září zář, října říjen \
    říj, listopadu listopad lis, prosince prosinec pro
    """,
    // Slovak
    """
    januára január jan, februára február feb, marca marec mar, apríla apríl apr, mája máj, \
    júna jún, júla júl, augusta august aug, septembra september sep, októbra október okt, \
    novembra november nov, decembra december dec
    """,
    // Hungarian
    """
    január jan, február febr, március márc, április ápr, május máj, június jún, július \
    júl, augusztus aug, szeptember szept, október okt, november nov, december dec
    """,
    // Romanian
    """
    ianuarie ian, februarie feb, martie mar, aprilie apr, mai, iunie iun, iulie iul, \
    august aug, septembrie sept, octombrie oct, noiembrie nov, decembrie dec
    """,
    // Greek
    """
    ιανουαρίου ιανουάριος ιαν, φεβρουαρίου φεβρουάριος φεβ, μαρτίου μάρτιος μαρ μάρ, \
    απριλίου απρίλιος απρ, μαΐου μάιος μαΐ μάι, ιουνίου ιούνιος ιουν ιούν, ιουλίου ιούλιος \
    ιουλ ιούλ, αυγούστου αύγουστος αυγ αύγ, σεπτεμβρίου σεπτέμβριος σεπ, οκτωβρίου \
    οκτώβριος οκτ, νοεμβρίου νοέμβριος νοε νοέ, δεκεμβρίου δεκέμβριος δεκ
    """,
    // Turkish
    """
    ocak oca, şubat şub sub, mart mar, nisan nis, mayıs may, haziran haz, temmuz tem, \
    ağustos ağu agu, eylül eyl, ekim eki, kasım kas, aralık ara
    """,
    // Russian
    """
    января январь янв, февраля февраль февр, марта март мар, апреля апрель апр, мая май, \
    июня июнь июн, июля июль июл, августа август авг, сентября сентябрь сент, октября \
    октябрь окт, ноября ноябрь нояб, декабря декабрь дек
    """,
    // Ukrainian
    """
    січня січень січ, лютого лютий лют, березня березень бер, квітня квітень квіт, травня \
    травень трав, червня червень черв, липня липень лип, серпня серпень серп, вересня \
    вересень вер, жовтня жовтень жовт, листопада листопад лист, грудня грудень груд
    """,
    // Bulgarian
    """
    януари яну, февруари фев, март, април апр, май, юни, юли, август авг, септември сеп, \
    октомври окт, ноември ное, декември дек
    """,
    // Serbian
    """
    јануар јан, фебруар феб, март мар, април апр, мај, јун, јул, август авг, септембар \
    сеп, октобар окт, новембар нов, децембар дец
    """,
    // Slovenian
    """
    januar jan, februar feb, marec mar, april apr, maj, junij jun, julij jul, avgust avg, \
    september sep, oktober okt, november nov, december dec
    """,
    // Catalan
    """
    gener gen, febrer febr, març, d’abril abril d’abr abr, maig, juny, juliol jul, d’agost \
    agost d’ag ag, setembre set, d’octubre octubre d’oct oct, novembre nov, desembre des
    """,
    // Lithuanian
    """
    sausio sausis saus, vasario vasaris vas, kovo kovas kov, balandžio balandis bal, \
    gegužės gegužė geg, birželio birželis birž, liepos liepa liep, rugpjūčio rugpjūtis \
    rugp, rugsėjo rugsėjis rugs, spalio spalis spal, lapkričio lapkritis lapkr, gruodžio \
    gruodis gruod
    """,
    // Latvian
    """
    janvāris janv, februāris febr, marts, aprīlis apr, maijs, jūnijs jūn, jūlijs jūl, \
    augusts aug, septembris sept, oktobris okt, novembris nov, decembris dec
    """,
    // Estonian
    """
    jaanuar jaan, veebruar veebr, märts, aprill apr, mai, juuni, juuli, august aug, \
    september sept, oktoober okt, november nov, detsember dets
    """,
    // Indonesian
    """
    januari jan, februari feb, maret mar, april apr, mei, juni jun, juli jul, agustus agu, \
    september sep, oktober okt, november nov, desember des
    """,
    // Malay
    """
    januari jan, februari feb, mac, april apr, mei, jun, julai jul, ogos ogo, september \
    sep, oktober okt, november nov, disember dis
    """,
    // Arabic
    """
    يناير, فبراير, مارس, أبريل, مايو, يونيو, يوليو, أغسطس, سبتمبر, أكتوبر, نوفمبر, ديسمبر
    """,
    // Persian
    """
    ژانویه, فوریه, مارس, آوریل, مه, ژوئن, ژوئیه, اوت, سپتامبر, اکتبر, نوامبر, دسامبر
    """,
    // Hebrew
    """
    ינואר ינו׳, פברואר פבר׳, מרץ, אפריל אפר׳, מאי, יוני, יולי, אוגוסט אוג׳, ספטמבר ספט׳, \
    אוקטובר אוק׳, נובמבר נוב׳, דצמבר דצמ׳
    """,
    // Hindi
    """
    जनवरी जन॰, फ़रवरी फ़र॰, मार्च, अप्रैल, मई, जून, जुलाई जुल॰, अगस्त अग॰, सितंबर सित॰, \
    अक्टूबर अक्टू॰, नवंबर नव॰, दिसंबर दिस॰
    """,
    // Bangla
    """
    জানুয়ারি জানু, ফেব্রুয়ারি ফেব, মার্চ, এপ্রিল এপ্রি, মে, জুন, জুলাই জুল, আগস্ট আগ, \
    সেপ্টেম্বর সেপ সেপ্ট, অক্টোবর অক্টো, নভেম্বর নভে, ডিসেম্বর ডিসে
    """,
    // Urdu
    """
    جنوری, فروری, مارچ, اپریل, مئی, جون, جولائی, اگست, ستمبر, اکتوبر, نومبر, دسمبر
    """,
    // Marathi
    """
    जानेवारी जाने, फेब्रुवारी फेब्रु, मार्च, एप्रिल एप्रि, मे, जून, जुलै, ऑगस्ट ऑग, \
    सप्टेंबर सप्टें, ऑक्टोबर ऑक्टो, नोव्हेंबर नोव्हें, डिसेंबर डिसें
    """,
    // Telugu
    """
    జనవరి జన, ఫిబ్రవరి ఫిబ్ర, మార్చి, ఏప్రిల్ ఏప్రి, మే, జూన్, జులై, ఆగస్టు ఆగ, సెప్టెంబర్ \
    సెప్టెం, అక్టోబర్ అక్టో, నవంబర్ నవం, డిసెంబర్ డిసెం
    """,
    // Tamil
    """
    ஜனவரி ஜன, பிப்ரவரி பிப், மார்ச் மார், ஏப்ரல் ஏப், மே, ஜூன், ஜூலை, ஆகஸ்ட் ஆக, \
    செப்டம்பர் செப், அக்டோபர் அக், நவம்பர் நவ, டிசம்பர் டிச
    """,
    // Gujarati
    """
    જાન્યુઆરી જાન્યુ, ફેબ્રુઆરી ફેબ્રુ, માર્ચ, એપ્રિલ, મે, જૂન, જુલાઈ, ઑગસ્ટ, સપ્ટેમ્બર \
    સપ્ટે, ઑક્ટોબર ઑક્ટો, નવેમ્બર નવે, ડિસેમ્બર ડિસે
    """,
    // Punjabi
    """
    ਜਨਵਰੀ ਜਨ, ਫ਼ਰਵਰੀ ਫ਼ਰ, ਮਾਰਚ, ਅਪ੍ਰੈਲ ਅਪ੍ਰੈ, ਮਈ, ਜੂਨ, ਜੁਲਾਈ ਜੁਲਾ, ਅਗਸਤ ਅਗ, ਸਤੰਬਰ ਸਤੰ, \
    ਅਕਤੂਬਰ ਅਕਤੂ, ਨਵੰਬਰ ਨਵੰ, ਦਸੰਬਰ ਦਸੰ
    """,
    // Kannada
    """
    ಜನವರಿ ಜನ, ಫೆಬ್ರವರಿ ಫೆಬ್ರ, ಮಾರ್ಚ್, ಏಪ್ರಿಲ್ ಏಪ್ರಿ, ಮೇ, ಜೂನ್, ಜುಲೈ, ಆಗಸ್ಟ್ ಆಗ, ಸೆಪ್ಟೆಂಬರ್ \
    ಸೆಪ್ಟೆಂ, ಅಕ್ಟೋಬರ್ ಅಕ್ಟೋ, ನವೆಂಬರ್ ನವೆಂ, ಡಿಸೆಂಬರ್ ಡಿಸೆಂ
    """,
    // Malayalam
    """
    ജനുവരി ജനു, ഫെബ്രുവരി ഫെബ്രു, മാർച്ച് മാർ, ഏപ്രിൽ ഏപ്രി, മേയ്, ജൂൺ, ജൂലൈ, ഓഗസ്റ്റ് ഓഗ, \
    സെപ്റ്റംബർ സെപ്റ്റം, ഒക്‌ടോബർ ഒക്ടോ, നവംബർ നവം, ഡിസംബർ ഡിസം
    """,
    // Thai
    """
    มกราคม ม.ค, กุมภาพันธ์ ก.พ, มีนาคม มี.ค, เมษายน เม.ย, พฤษภาคม พ.ค, มิถุนายน มิ.ย, \
    กรกฎาคม ก.ค, สิงหาคม ส.ค, กันยายน ก.ย, ตุลาคม ต.ค, พฤศจิกายน พ.ย, ธันวาคม ธ.ค
    """,
    // Filipino (Philippines)
    """
    enero ene, pebrero peb, marso mar, abril abr, mayo may, hunyo hun, hulyo hul, agosto \
    ago, setyembre set, oktubre okt, nobyembre nob, disyembre dis
    """,
    // Swahili
    """
    januari jan, februari feb, machi mac, aprili apr, mei, juni jun, julai jul, agosti \
    ago, septemba sep, oktoba okt, novemba nov, desemba des
    """,
    // Japanese
    """
    1月, 2月, 3月, 4月, 5月, 6月, 7月, 8月, 9月, 10月, 11月, 12月
    """,
    // Korean
    """
    1월, 2월, 3월, 4월, 5월, 6월, 7월, 8월, 9월, 10월, 11월, 12월
    """,
  ]
}
