#if Web
  import Foundation
  import PondGraph

  /// What a person asked of a tasting, and where it began: it travels from page to page.
  struct TasteWish {
    var folder: String?
    var posts: Int?
    var minutes: Double?
    var further = false
    var named = false
    /// Where the tasting began; nil where it begins now.
    var start: Pond.TastingStart?

    /// Reads what an address or a form says; what it cannot say counts as not said.
    init(_ fields: WebFields, now: Date) {
      folder = fields["folder"].flatMap { $0.isEmpty ? nil : $0 }
      posts = fields["posts"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
      minutes = fields["minutes"].flatMap { Double($0) }.flatMap {
        $0 > 0 && $0.isFinite ? $0 : nil
      }
      further = fields["further"] == "1"
      named = fields["named"] == "1"
      start = fields["from"].flatMap(Pond.TastingStart.init).flatMap {
        $0.isRecent(now: now) ? $0 : nil
      }
    }

    /// The same with where the tasting began.
    func begun(_ sitting: Pond.TastingSitting) -> TasteWish {
      var wish = self
      wish.start = sitting.start
      return wish
    }

    /// The tasting, begun or gone on with.
    func sitting(in pond: Pond, _ request: WebRequest) throws -> Pond.TastingSitting {
      if let folder { try pond.requireFolder(folder) }
      let wish = Pond.TastingWish(
        folder: folder, posts: posts, minutes: minutes, goesOn: further, isNamed: named)
      // Where minutes are counted, they begin now.
      let now = minutes == nil ? request.seen : request.now
      guard let start else { return try pond.taste(wish, now: now) }
      return try pond.taste(wish, from: start)
    }

    /// What was asked, for a form or an address; what is as usual is left out.
    var fields: [(String, String)] {
      let said: [(String, String?)] = [
        ("folder", folder), ("posts", posts.map { "\($0)" }), ("minutes", minutes.map { "\($0)" }),
        ("further", further ? "1" : nil), ("named", named ? "1" : nil), ("from", start?.word),
      ]
      return said.compactMap { name, value in value.map { (name, $0) } }
    }

    /// The address of a page of this tasting.
    func place(_ path: String = "/taste") -> String {
      WebLink.to(path, fields.map { ($0, $1) })
    }
  }
#endif
