#if Web
  import Synchronization

  /// When somebody was there last. A class, for every request tells the same one.
  final class WebPulse: Sendable {
    private struct State {
      var last = ContinuousClock.now
      var open = 0
    }

    private let state = Mutex(State())

    /// A request begins.
    func begin() {
      state.withLock { state in
        state.open += 1
        state.last = .now
      }
    }

    /// It is answered.
    func end() {
      state.withLock { state in
        state.open -= 1
        state.last = .now
      }
    }

    /// Whether something is being answered.
    var isBusy: Bool { state.withLock { $0.open > 0 } }

    /// For how long nobody was there.
    var silence: Duration { state.withLock { $0.open > 0 ? .zero : .now - $0.last } }
  }
#endif
