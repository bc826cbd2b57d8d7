#if Web
  import Foundation
  import PondGraph

  /// What a person asked of a sitting, and where it began: it travels from page to page in addresses and
  /// forms, so that a reload, a second tab or a new start of the server loses nothing of it.
  struct ReviewWish {
    var order = QuestionOrder.costliest
    var folder: String?
    var limit = Review.usualLimit
    var everyone = false
    /// Where the sitting began; nil where it begins now.
    var start: Pond.SittingStart?

    init() {}

    /// Reads what an address or a form says; what it cannot say counts as not said.
    init(_ fields: WebFields, now: Date) {
      order = fields["order"].flatMap(QuestionOrder.init(rawValue:)) ?? order
      folder = fields["folder"].flatMap { $0.isEmpty ? nil : $0 }
      limit = fields["limit"].flatMap { Int($0) }.map { max(0, $0) } ?? limit
      everyone = fields["everyone"] == "1"
      start = fields["from"].flatMap(Pond.SittingStart.init).flatMap {
        $0.isRecent(now: now) ? $0 : nil
      }
    }

    /// The same with where the sitting began.
    func begun(_ sitting: Pond.Sitting) -> ReviewWish {
      var wish = self
      wish.start = sitting.start
      return wish
    }

    /// The sitting, begun or gone on with.
    func sitting(in pond: Pond, now: Date) throws -> Pond.Sitting {
      if let folder { try pond.requireFolder(folder) }
      let asking = Pond.Asking(
        order: order, folder: folder, limit: limit == 0 ? nil : limit, everyone: everyone,
        meeting: .ofTheDay)
      guard let start else { return try pond.review(asking, now: now) }
      return try pond.review(asking, from: start, now: now)
    }

    /// What was asked, for a form or an address; what is as usual is left out.
    var fields: [(String, String)] {
      let said: [(String, String?)] = [
        ("order", order == .costliest ? nil : order.rawValue), ("folder", folder),
        ("limit", limit == Review.usualLimit ? nil : "\(limit)"),
        ("everyone", everyone ? "1" : nil), ("from", start?.word),
      ]
      return said.compactMap { name, value in value.map { (name, $0) } }
    }

    /// The address of a page of this sitting.
    /// - Parameter id: who is to be asked about first.
    func place(_ path: String = "/review", asking id: AccountID? = nil) -> String {
      WebLink.to(path, fields.map { ($0, $1) } + [("ask", id?.value)])
    }
  }
#endif
