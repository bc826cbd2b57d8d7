#if Web
  import Foundation
  import PondGraph

  /// The review as pages: one question, its answer, the next.
  enum ReviewRoutes {
    static let routes: [WebRoute] = [
      .get("/review", show), .post("/review/answer", answer), .post("/review/undo", undo),
      .get("/review/end", end),
    ]

    private static func show(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let asked = ReviewWish(request.query, now: request.now)
      return try visit.looking { pond in
        let sitting = try asked.sitting(in: pond, now: request.seen)
        if let id = request.query["ask"] { sitting.bring(AccountID(id)) }
        let wish = asked.begun(sitting)
        let newest = try pond.newestStep()
        let place = asked.place(asking: request.query["ask"].map(AccountID.init))
        let undo = WebUndo.waiting(at: place, visit)
        guard let question = try sitting.question() else {
          let isNew = asked.start == nil
          return .page(
            try ReviewClosing(sitting: sitting, wish: wish, newest: newest, visit: visit)
              .page(isNew: isNew, undo: undo))
        }
        let view = QuestionView(question: question, wish: wish, newest: newest, visit: visit)
        let which = ReviewWishView(wish: wish, folders: try pond.folders()).html
        return .page(
          WebPage(
            title: "Review: \(ReviewWords.name(question.overview.account))", room: .review,
            main: undo + view.html + which))
      }
    }

    private static func answer(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let asked = ReviewWish(request.form, now: request.now)
      guard let deed = ReviewDeed(request.form["answer"]) else {
        return .problem(ReviewProblem.noAnswer(asked), status: 400)
      }
      return try visit.deciding { pond in
        let sitting = try asked.sitting(in: pond, now: request.seen)
        let id = AccountID(request.form["account"] ?? "")
        let wish = asked.begun(sitting)
        guard sitting.bring(id), let question = try sitting.question(),
          question.overview.account.id == id
        else {
          return .problem(
            ReviewProblem.vanished(wish, note: request.form["note"]), status: 404)
        }
        guard request.form["seen"] == SeenAnswer.word(question.overview.decision) else {
          return try stale(question, deed, wish, request, visit)
        }
        return try AnswerTaking(
          pond: pond, sitting: sitting, question: question, wish: wish, request: request,
          visit: visit
        ).take(deed)
      }
    }

    // The same answer pressed twice is one answer; another is no correction, for it did not know the first.
    private static func stale(
      _ question: Pond.Question, _ deed: ReviewDeed, _ wish: ReviewWish, _ request: WebRequest,
      _ visit: WebVisit
    ) throws -> WebReply {
      if let given = deed.given, given == question.overview.decision?.answer {
        return .seeOther(
          wish.place(),
          notice: ReviewWords.after(given, question.overview.account))
      }
      return .problem(
        ReviewProblem.answeredMeanwhile(question, wish, note: request.form["note"]), status: 409)
    }

    private static func undo(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let wish = ReviewWish(request.form, now: request.now)
      return try visit.deciding { pond in
        guard let taken = try pond.takeBack(request.form["step"] ?? "", now: request.now) else {
          return .seeOther(wish.place(), notice: ReviewProblem.notTheNewest)
        }
        return .seeOther(
          wish.place(asking: taken.account?.id), notice: ReviewWords.after(taken))
      }
    }

    private static func end(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let asked = ReviewWish(request.query, now: request.now)
      return try visit.looking { pond in
        let sitting = try asked.sitting(in: pond, now: request.seen)
        return .page(
          try ReviewClosing(
            sitting: sitting, wish: asked.begun(sitting), newest: try pond.newestStep(),
            visit: visit
          ).page(isNew: false, undo: ""))
      }
    }
  }
#endif
