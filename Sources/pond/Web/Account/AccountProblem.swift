#if Web
  import PondGraph

  /// What is said where the page of an account cannot do what was asked.
  enum AccountProblem {
    /// No account has the id.
    static let gone = ProblemPage.page(
      "It is not there any more",
      [
        "No account has this address: a newer list was brought, or one was left out.",
        "Nothing was changed.",
      ], way: "<p><a class=\"go\" href=\"/accounts\">All accounts</a></p>")

    /// Another answer came meanwhile.
    static func answeredMeanwhile(
      _ account: Account, _ decision: Decision?, reason: String?
    ) -> WebPage {
      let name = ReviewWords.name(account)
      let said =
        decision.map {
          "\(name): you answered \($0.answer.rawValue.replacing("-", with: " ")) meanwhile, in another page "
            + "or a command."
        } ?? "\(name): the answer that this page knew of was taken back meanwhile."
      let own = (reason ?? "").isEmpty ? [] : ["What you wrote: \(reason ?? "")"]
      return ProblemPage.page(
        "Answered meanwhile",
        [said, "That answer stands as it is. What you pressed here was not kept."] + own,
        way: "<p><a class=\"go\" href=\"\(CaseLinks.page(of: account))\">Look at it again</a></p>")
    }

    /// A form without an answer, or with a word that is none.
    static func noAnswer(_ request: WebRequest) -> WebPage {
      ProblemPage.page(
        "That is no answer", ["The form named no answer that Pond knows. Nothing was changed."],
        way: back(request))
    }

    /// A form without a word that can be declared.
    static func noWord(_ request: WebRequest) -> WebPage {
      ProblemPage.page(
        "That is none of the words",
        [
          "The words are \(Words.list(DeclaredWord.names)); importance takes a number. "
            + "Nothing was changed."
        ], way: back(request))
    }

    private static func back(_ request: WebRequest) -> String {
      let id = (request.path.dropFirst().first ?? "").filter {
        $0.isASCII && ($0.isLetter || $0.isNumber)
      }
      return "<p><a class=\"go\" href=\"/account/\(id)\">Back to the account</a></p>"
    }
  }
#endif
