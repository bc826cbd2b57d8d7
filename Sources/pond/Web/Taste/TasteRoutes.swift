#if Web
  import Foundation
  import PondGraph

  /// The tasting as pages: one post, its answer, the next.
  enum TasteRoutes {
    static let routes: [WebRoute] = [
      .get("/taste", show), .post("/taste/answer", answer), .post("/taste/undo", undo),
      .get("/taste/end", end),
    ]

    private static func show(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let asked = TasteWish(request.query, now: request.now)
      return try visit.looking { pond in
        let sitting = try asked.sitting(in: pond, request)
        let wish = asked.begun(sitting)
        switch try sitting.next(now: request.now) {
        case .over(let end):
          return .page(
            try TasteClosingView(sitting: sitting, wish: wish, end: end, visit: visit)
              .page(pond, now: request.seen))
        case .post(let post):
          let view = TasteView(
            post: post, wish: wish, last: try sitting.last(), newest: try pond.newestTasting(),
            visit: visit)
          return .page(
            WebPage(
              title: TasteWords.question, room: .taste,
              main: view.html + TasteWishView(wish: wish, folders: try pond.folders()).html))
        }
      }
    }

    private static func answer(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let asked = TasteWish(request.form, now: request.now)
      guard let answer = request.form["answer"].flatMap(TastingAnswer.init(rawValue:)) else {
        return .problem(TasteProblem.noAnswer(asked), status: 400)
      }
      return try visit.deciding { pond in
        let sitting = try asked.sitting(in: pond, request)
        let wish = asked.begun(sitting)
        guard case .post(let post) = try sitting.next(now: request.now),
          post.word == request.form["post"]
        else { return .problem(TasteProblem.answeredMeanwhile(wish), status: 409) }
        try sitting.answer(answer, now: request.now)
        return .seeOther(wish.place(), notice: TasteWords.said(answer))
      }
    }

    private static func undo(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let asked = TasteWish(request.form, now: request.now)
      return try visit.deciding { pond in
        let newest = try pond.newestTasting()
        guard newest.map({ "\($0)" }) == request.form["number"] else {
          return .seeOther(asked.place(), notice: ReviewProblem.notTheNewest)
        }
        let sitting = try asked.sitting(in: pond, request)
        let taken = try sitting.undo(now: request.now)
        return .seeOther(asked.begun(sitting).place(), notice: TasteWords.takenBack(taken))
      }
    }

    private static func end(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let asked = TasteWish(request.query, now: request.now)
      return try visit.looking { pond in
        let sitting = try asked.sitting(in: pond, request)
        return .page(
          try TasteClosingView(
            sitting: sitting, wish: asked.begun(sitting), end: nil, visit: visit
          ).page(pond, now: request.seen))
      }
    }
  }

  /// What is said where an answer about a post could not be taken.
  enum TasteProblem {
    /// The post is not the next one any more.
    static func answeredMeanwhile(_ wish: TasteWish) -> WebPage {
      page(
        "Answered meanwhile", wish,
        [
          "This post was answered meanwhile, in another page or a command, or it is known no more.",
          "That answer stands as it is. What you pressed here was not kept.",
        ])
    }

    /// A form without an answer, or with a word that is none.
    static func noAnswer(_ wish: TasteWish) -> WebPage {
      page(
        "That is no answer", wish,
        ["The form named no answer that Pond knows. Nothing was changed."])
    }

    private static func page(_ title: String, _ wish: TasteWish, _ sentences: [String]) -> WebPage {
      ProblemPage.page(
        title, sentences,
        way: """
          <p><a class="go" href="\(WebForm.attribute(wish.place()))">Go on with the tasting</a></p>
          """)
    }
  }
#endif
