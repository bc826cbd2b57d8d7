#if Web
  import Foundation

  extension WebGuard.Refusal {
    /// The status of the answer.
    var status: Int {
      switch self {
      case .foreignHost: 421
      case .foreignSite, .stranger, .staleForm, .foreignPerson: 403
      case .tooEarly: 503
      case .badMethod: 405
      case .badAddress: 400
      case .tooLarge: 413
      }
    }

    /// What a person reads who sees it: what happened, what state things are in, what to do. Nothing
    /// of the pond stands in it.
    private var sentences: [String] {
      switch self {
      case .foreignHost:
        [
          "This page answers only at the address that pond serve printed.",
          "Nothing was shown and nothing was changed. Open that address.",
        ]
      case .foreignSite:
        [
          "Another page sent you here, and Pond answers no other page.",
          "Nothing was shown and nothing was changed. Type or paste the address into the browser.",
        ]
      case .tooEarly: ["The browser asked before you did. Open the address."]
      case .badMethod: ["Pond's pages are looked at, or changed by their own forms."]
      case .badAddress: ["This is no address of a page."]
      case .stranger:
        [
          "This browser has not been let in.",
          "Open the address that pond serve printed. It lets one browser in, once: for another, or after "
            + "pond serve was started anew, take a new one (o in the terminal shows it).",
          "If you just did, this browser keeps no cookies of this machine: allow them for this address.",
        ]
      case .staleForm:
        [
          "This form is of an earlier visit, so what it says was not taken.",
          "Nothing was changed. Load the page again, and say it once more.",
        ]
      case .tooLarge:
        [
          "This is more than Pond takes at a time: 2 GB for files, 1 MB for anything else.",
          "Nothing was changed. Larger files are read where they lie: pond import PATH.",
        ]
      case .foreignPerson:
        ["This page belongs to another person of this machine.", "Nothing was shown."]
      }
    }

    private var title: String {
      switch self {
      case .stranger: "Not let in yet"
      case .staleForm: "Please say it once more"
      case .tooLarge: "Too much at a time"
      default: "Not from here"
      }
    }

    /// The answer, a page without a way into the house.
    var answer: WebAnswer {
      let way = self == .staleForm || self == .tooLarge ? Self.back : ""
      return WebAnswer(ProblemPage.page(title, sentences, way: way), status: status)
    }

    private static let back = "<p><a class=\"go\" href=\"/\">Back to the pond</a></p>"
  }
#endif
