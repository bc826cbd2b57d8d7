#if Web
  import Foundation
  import PondGraph

  /// The plan as a page: two sliders, the pond drawn, both sides of it in words.
  enum PlanRoutes {
    static let routes: [WebRoute] = [
      .get("/plan", show), .get("/plan/part", part), .post("/plan/room", remember),
      .post("/plan/keep", keep),
    ]

    private static func show(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let wish = PlanWish(request.query)
      return try visit.looking { pond in
        let plan = try pond.plan(wish.room(in: pond), now: request.seen)
        let undo = WebUndo.waiting(at: wish.place, visit)
        return .page(
          WebPage(
            title: "Plan", room: .plan,
            main: """
              \(undo)<h1>Plan</h1>
              \(RoomSliders(plan: plan).html)
              <div id="plan-part">\(PlanPart(plan: plan, visit: visit).html)</div>
              """))
      }
    }

    // What changes with the sliders, for the script.
    private static func part(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let wish = PlanWish(request.query)
      return try visit.looking { pond in
        let plan = try pond.plan(wish.room(in: pond), now: request.seen)
        return .part(PlanPart(plan: plan, visit: visit).html)
      }
    }

    // An empty word takes back what was remembered: the undo of the first time says none.
    private static func remember(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let wish = PlanWish(request.form)
      return try visit.deciding { pond in
        let before = try pond.rememberedRoom()
        try pond.remember(size: wish.size)
        try pond.remember(minutesPerDay: wish.minutes)
        let now = try pond.room()
        let undo = WebUndo(
          path: "/plan/room",
          fields: [
            ("size", before.size.map { "\($0)" } ?? ""),
            ("minutes", before.minutesPerDay.map(PlanWish.written) ?? ""), ("back", "1"),
          ])
        let isTakenBack = request.form["back"] == "1"
        let word = isTakenBack ? "Taken back; your room" : "Remembered"
        let notice = "\(word): \(PlanSummary.room(now))."
        guard !isTakenBack else { return .seeOther(wish.place, notice: notice) }
        return undo.offered(at: wish.place, notice: notice, visit)
      }
    }

    // Where the form names a ring, that one is chosen again: the undo of a choice.
    private static func keep(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let wish = PlanWish(request.form)
      return try visit.deciding { pond in
        guard request.form["back"] != "1" else {
          try pond.stay(with: request.form.all("ring").map(AccountID.init), now: request.now)
          return .seeOther(wish.place, notice: PlanSummary.keptNoMore)
        }
        let before = try pond.keptRing()
        try pond.keep(pond.plan(wish.room(in: pond), now: request.seen), now: request.now)
        let undo = WebUndo(
          path: "/plan/keep",
          fields: wish.fields + before.map { ("ring", $0.value) } + [("back", "1")])
        return undo.offered(at: wish.place, notice: PlanSummary.kept, visit)
      }
    }
  }
#endif
