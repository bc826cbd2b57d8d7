#if Web
  import PondGraph

  /// Size and minutes as sliders. Without the script the button draws the pond anew.
  struct RoomSliders {
    let plan: Pond.RecommendedPlan

    private var room: ReadingRoom { plan.pond.room }

    /// The form.
    var html: String {
      """
      <form method="get" action="/plan" class="sliders" data-live="/plan/part" \
      data-into="plan-part">
      \(Self.slider(
        "size", "Accounts whose every word is read", room.size,
        most: max(min(150, plan.now.accounts), room.size, 10)))
      \(minutes)
      <p class="draw"><button>Draw the pond</button></p>
      </form>
      """
    }

    private var minutes: String {
      guard case .minutesPerDay(let minutes) = room.budget else { return "" }
      let whole = Int(exactly: minutes.rounded()) ?? 45
      return Self.slider(
        "minutes", "Minutes a day for them", max(1, whole), most: max(240, whole))
    }

    private static func slider(_ name: String, _ words: String, _ value: Int, most: Int) -> String {
      """
      <p class="slider"><label for="\(name)">\(words)</label>
      <input type="range" id="\(name)" name="\(name)" min="1" max="\(most)" value="\(value)">
      <output for="\(name)">\(value)</output></p>
      """
    }
  }
#endif
