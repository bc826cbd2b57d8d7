#if Web
  /// What takes the change back that was just made: a form with one button, shown beside the notice that tells
  /// of the change.
  struct WebUndo: Sendable {
    /// Where the form goes.
    let path: String
    /// What it says.
    let fields: [(String, String)]

    /// The form.
    func html(_ visit: WebVisit) -> String {
      WebForm.post(
        to: path, visit: visit, hidden: fields, attributes: "class=\"undo\"",
        "<button>Undo</button>")
    }

    /// The form that waits for the page at a place, once; empty where none does.
    static func waiting(at place: String, _ visit: WebVisit) -> String {
      guard let offer = visit.memory.kept(Offer.self), offer.place == place else { return "" }
      visit.memory.keep(nil, as: Offer.self)
      return offer.undo.html(visit)
    }

    /// A reply that leads to a place and offers there to take the change back.
    func offered(at place: String, notice: String, _ visit: WebVisit) -> WebReply {
      visit.memory.keep(Offer(place: place, undo: self))
      return .seeOther(place, notice: notice)
    }

    private struct Offer: Sendable {
      let place: String
      let undo: WebUndo
    }
  }
#endif
