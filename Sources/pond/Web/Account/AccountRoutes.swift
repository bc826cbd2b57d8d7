#if Web
  import Foundation
  import PondGraph

  /// One account as a page, and what a person can say of it.
  enum AccountRoutes {
    static let routes: [WebRoute] = [
      .get("/account/:id", show), .post("/account/:id/decide", decide),
      .post("/account/:id/repair", repair), .post("/account/:id/follow", follow),
      .post("/account/:id/note", note), .post("/account/:id/declare", declare),
      .post("/account/:id/withdraw", withdraw), .post("/account/:id/join", join),
      .post("/account/:id/part", part), .post("/account/:id/undo", undo),
    ]

    private static func show(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      try visit.looking { pond in
        guard let account = try named(request, pond) else { return gone }
        let accountCase = try pond.why(account.id.value, now: request.seen)
        let view = AccountView(
          accountCase: accountCase,
          chronicle: try pond.history(of: account, months: 12, zone: .current, now: request.seen),
          journal: try pond.journal().filter { $0.account.key == account.key }, visit: visit)
        let undo = WebUndo.waiting(at: CaseLinks.page(of: account), visit)
        return .page(
          WebPage(title: ReviewWords.name(account), room: nil, main: undo + view.html))
      }
    }

    /// The account of a path; nil where none has its id.
    private static func named(_ request: WebRequest, _ pond: Pond) throws -> Account? {
      let id = request.path.dropFirst().first ?? ""
      return try pond.account(id: AccountID(id))
    }

    private static var gone: WebReply { .problem(AccountProblem.gone, status: 404) }

    /// Changes something about the account of a path.
    private static func changing(
      _ request: WebRequest, _ visit: WebVisit, _ body: (Pond, Account) throws -> WebReply
    ) throws -> WebReply {
      try visit.deciding { pond in
        guard let account = try named(request, pond) else { return gone }
        return try body(pond, account)
      }
    }

    // MARK: Answers

    private static func decide(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      guard let answer = ReviewDeed(request.form["answer"])?.given, answer != .repair else {
        return .problem(AccountProblem.noAnswer(request), status: 400)
      }
      return try changing(request, visit) { pond, account in
        let seen = try pond.why(account.id.value, now: request.seen).overview.decision
        guard request.form["seen"] == SeenAnswer.word(seen) else {
          return .problem(
            AccountProblem.answeredMeanwhile(account, seen, reason: request.form["reason"]),
            status: 409)
        }
        try pond.decide(
          account.id.value, answer, reason: words("reason", request), now: request.now)
        return try undoable(
          account,
          "\(DecisionText.line(answer, account)). \(DecisionText.kindWord(answer, account))", pond,
          visit)
      }
    }

    private static func repair(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      try changing(request, visit) { pond, account in
        let made = try pond.repair(
          account.id.value, to: words("address", request).map { Address($0) }, reason: nil,
          now: request.now)
        return try undoable(
          account, "\(DecisionText.line(made)). \(DecisionText.kindWord(.repair, account))", pond,
          visit)
      }
    }

    private static func follow(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      try changing(request, visit) { pond, account in
        let made = try pond.follow(account.id.value, now: request.now)
        return try undoable(
          account,
          "\(DecisionText.line(.follow, made.account)). \(DecisionText.kindWord(.follow, account))",
          pond, visit)
      }
    }

    /// A reply that offers to take the newest answer back.
    static func undoable(
      _ account: Account, _ notice: String, _ pond: Pond, _ visit: WebVisit,
      at place: String? = nil
    ) throws -> WebReply {
      let page = CaseLinks.page(of: account)
      return WebUndo(
        path: "\(page)/undo",
        fields: [("step", try pond.newestStep()?.word ?? ""), ("back", place ?? page)]
      ).offered(at: place ?? page, notice: notice, visit)
    }

    // Somebody who was followed here may be unknown again once that is taken back.
    private static func undo(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      try visit.deciding { pond in
        let own = "/" + request.path.dropLast().map(PercentText.encoded).joined(separator: "/")
        let taken = try pond.takeBack(request.form["step"] ?? "", now: request.now)
        return .seeOther(
          request.form["back"] == "/discover" ? "/discover" : own,
          notice: taken.map { ReviewWords.after($0) } ?? ReviewProblem.notTheNewest)
      }
    }

    // MARK: Words

    private static func note(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      try changing(request, visit) { pond, account in
        let before = try pond.note(of: account) ?? ""
        let lines = (request.form["note"] ?? "").split(whereSeparator: \.isNewline)
        try pond.write(note: lines.joined(separator: " "), about: account, now: request.now)
        return WebUndo(path: "\(CaseLinks.page(of: account))/note", fields: [("note", before)])
          .offered(
            at: CaseLinks.page(of: account),
            notice: lines.isEmpty ? "Your note is gone." : "Your note is kept.", visit)
      }
    }

    private static func declare(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let word = request.form["word"].flatMap { name in
        DeclaredWord(name: name, weight: request.form["weight"].flatMap { Double($0) })
      }
      guard let word else { return .problem(AccountProblem.noWord(request), status: 400) }
      return try changing(request, visit) { pond, account in
        _ = try pond.declare(account.id.value, word, now: request.now)
        return WebUndo(
          path: "\(CaseLinks.page(of: account))/withdraw", fields: [("word", word.name)]
        ).offered(
          at: CaseLinks.page(of: account), notice: "\(word.name): \(JoinText.name(account))", visit)
      }
    }

    private static func withdraw(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let name = request.form["word"] ?? ""
      return try changing(request, visit) { pond, account in
        let before = try pond.why(account.id.value, now: request.seen).overview.declared
          .first { $0.name == name }
        _ = try pond.withdraw(name, of: account.id.value)
        return WebUndo(
          path: "\(CaseLinks.page(of: account))/declare",
          fields: [("word", name)] + (before?.weight.map { [("weight", "\($0)")] } ?? [])
        ).offered(
          at: CaseLinks.page(of: account),
          notice: "taken back: \(name) of \(JoinText.name(account))", visit)
      }
    }

    private static func join(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      try changing(request, visit) { pond, account in
        let place = CaseLinks.page(of: account)
        let other = try pond.account(meant: words("other", request) ?? "")
        // Only who was alone before can be taken out again exactly.
        let alone = try [account, other].first {
          try pond.why($0.id.value, now: request.seen).others.isEmpty
        }
        let pair = try pond.join(account.id.value, other.id.value, now: request.now)
        let notice = "one person: \(Words.list(pair.map(JoinText.name)))"
        guard let alone else { return .seeOther(place, notice: notice) }
        return WebUndo(
          path: "\(CaseLinks.page(of: alone))/part", fields: [("back", account.id.value)]
        ).offered(at: place, notice: notice, visit)
      }
    }

    private static func part(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      try changing(request, visit) { pond, account in
        let other = try pond.why(account.id.value, now: request.seen).others.first
        let parted = try pond.part(account.id.value)
        let back = try request.form["back"].flatMap { try pond.account(id: AccountID($0)) }
        let place = CaseLinks.page(of: back ?? account)
        let notice = "on its own again: \(JoinText.name(parted))"
        guard let other else { return .seeOther(place, notice: notice) }
        return WebUndo(
          path: "\(CaseLinks.page(of: account))/join", fields: [("other", other.id.value)]
        ).offered(at: place, notice: notice, visit)
      }
    }

    // A field that was left empty says nothing.
    private static func words(_ name: String, _ request: WebRequest) -> String? {
      request.form[name].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
  }
#endif
