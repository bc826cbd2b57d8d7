#if Web
  import PondGraph

  /// What a button of a question does, as its form says it.
  enum ReviewDeed: Hashable {
    case answer(Answer)
    case repair, skip, note

    /// Reads a form's word; nil for none.
    init?(_ word: String?) {
      switch word {
      case "repair": self = .repair
      case "skip": self = .skip
      case "note": self = .note
      default:
        guard let answer = word.flatMap(Answer.init(rawValue:)), answer != .follow else {
          return nil
        }
        self = .answer(answer)
      }
    }

    /// The form's word of a key; nil where the key is no button of the form.
    static func word(_ action: ReviewKey.Action) -> String? {
      switch action {
      case .answer(let answer): answer.rawValue
      case .repair: "repair"
      case .skip: "skip"
      case .note, .undo, .figures, .help, .quit, .open: nil
      }
    }

    /// The answer that it comes to; nil for what is none.
    var given: Answer? {
      switch self {
      case .answer(let answer): answer
      case .repair: .repair
      case .skip, .note: nil
      }
    }
  }

  /// Which answer about an account a page has seen as its newest: where another came meanwhile, nothing is
  /// overwritten.
  enum SeenAnswer {
    /// A word for it, which a form carries.
    static func word(_ decision: Decision?) -> String {
      decision.map { "\($0.answer.rawValue) \(Moment.iso8601($0.at))" } ?? "none"
    }
  }
#endif
