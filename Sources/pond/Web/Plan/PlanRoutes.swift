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
        let plan = try plan(wish, in: pond, request, visit)
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

    // What was looked up for one room serves the next, as long as the pond file is what it was.
    private static func plan(
      _ wish: PlanWish, in pond: Pond, _ request: WebRequest, _ visit: WebVisit
    ) throws -> Pond.RecommendedPlan {
      let room = try wish.room(in: pond)
      let state = pond.state
      if let kept = visit.memory.kept(Ground.self), state != nil, kept.state == state,
        abs(request.now.timeIntervalSince(kept.at)) < 600
      {
        return pond.plan(room, on: kept.ground)
      }
      let ground = try pond.ground(now: request.now)
      visit.memory.keep(Ground(ground: ground, state: state, at: request.now))
      return pond.plan(room, on: ground)
    }

    private struct Ground: Sendable {
      let ground: Pond.PlanGround
      let state: String?
      let at: Date
    }

    // What changes with the sliders, for the script.
    private static func part(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let wish = PlanWish(request.query)
      return try visit.looking { pond in
        let plan = try plan(wish, in: pond, request, visit)
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

    private static func keep(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let wish = PlanWish(request.form)
      return try visit.deciding { pond in
        try pond.keep(pond.plan(wish.room(in: pond), now: request.now), now: request.now)
        return .seeOther(wish.place, notice: PlanSummary.kept)
      }
    }
  }
#endif
