#if Web
  import Foundation

  /// What a page answers.
  enum WebReply: Sendable {
    /// A page.
    case page(WebPage)
    /// A page that says what is wrong and what to do.
    case problem(WebPage, status: Int)
    /// After every change: look there. The notice is shown once, on the page that follows.
    case seeOther(String, notice: String? = nil)
    /// A piece of HTML for the script, without the page around it.
    case part(String)
    /// A file to keep.
    case file(Data, name: String, type: String)
  }

  /// What a page is made of; the rest is the same for all of them.
  struct WebPage: Sendable {
    /// Its title, not yet escaped.
    var title: String
    /// Where in the house it is.
    var room: WebRoom?
    /// What stands in it: HTML in which every word of a stranger is escaped.
    var main: String
  }

  /// The rooms that the navigation leads to, in its order.
  enum WebRoom: String, CaseIterable, Sendable {
    case home, bring, taste, review, plan, discover, lists, journal, history

    /// Its name.
    var title: String {
      switch self {
      case .home: "Home"
      case .bring: "Bring"
      case .taste: "Taste"
      case .review: "Review"
      case .plan: "Plan"
      case .discover: "Discover"
      case .lists: "Lists"
      case .journal: "Journal"
      case .history: "History"
      }
    }

    /// Where it is.
    var path: String { self == .home ? "/" : "/\(rawValue)" }
  }
#endif
