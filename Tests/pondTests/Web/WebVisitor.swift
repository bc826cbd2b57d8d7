#if Web
  import Foundation
  import PondTestSupport

  @testable import pond

  /// Somebody at the pages of a pond, without a socket: asks for pages, presses their buttons, and reads what
  /// stands in them.
  struct WebVisitor {
    let pond: PondProcess
    let visit: WebVisit
    /// The moment at which everything is done.
    var now = WebVisitor.present

    static let present = (try? Date(PondProcess.now, strategy: .iso8601)) ?? Date()
    private static let house = WebHouse()

    init(_ pond: PondProcess) {
      self.pond = pond
      visit = WebVisit(formToken: "token-of-this-test", pondPath: pond.pondFile.path)
    }

    /// Somebody at Ada's pond.
    static func ada() throws -> WebVisitor { WebVisitor(try MainJobTests.ada()) }

    /// A pond that learned some inputs.
    static func learned(_ inputs: String...) throws -> WebVisitor {
      let pond = try PondProcess()
      _ = try pond.run(["import", "--quiet"] + inputs)
      return WebVisitor(pond)
    }

    /// What comes for an address.
    func get(_ place: String) -> Answered { asked(.get, place, []) }

    /// What comes for a form.
    func post(_ place: String, _ fields: [(String, String)]) -> Answered {
      asked(.post, place, fields)
    }

    /// Presses a button of a page.
    /// - Parameters:
    ///   - value: what the button says, where several stand in a form; nil for the only one.
    ///   - typed: what is written into fields before.
    func press(
      _ page: Answered, _ action: String, _ value: String? = nil,
      typing typed: [String: String] = [:]
    ) throws -> Answered {
      let form = try page.form(action, holding: value)
      var fields = form.fields.map { ($0.name, typed[$0.name] ?? $0.value) }
      for (name, text) in typed where !fields.contains(where: { $0.0 == name }) {
        fields.append((name, text))
      }
      if let value { fields.append(("answer", value)) }
      return post(form.action, fields)
    }

    /// The page to which an answer leads.
    func follow(_ answer: Answered) throws -> Answered {
      guard answer.status == 303, let place = answer.location else {
        throw Missing(what: "a way from \(answer.status): \(answer.text.prefix(2_000))")
      }
      return get(place)
    }

    private func asked(
      _ method: WebRequest.Method, _ place: String, _ form: [(String, String)]
    ) -> Answered {
      let halves = place.split(separator: "?", maxSplits: 1).map(String.init)
      let parts = (halves.first ?? "/").split(separator: "/").map { PercentText.decoded($0) }
      let request = WebRequest(
        method, parts, query: WebFields(encoded: halves.count > 1 ? halves[1] : ""),
        form: WebFields(form.map { (name: $0.0, value: $0.1) }), now: now)
      return Answered(Self.house.answer(request, at: place, visit: visit))
    }

    /// Something that a page should hold and does not.
    struct Missing: Error, CustomStringConvertible {
      let what: String
      var description: String { "not there: \(what)" }
    }
  }

  /// An answer, taken apart as far as tests need it.
  struct Answered {
    let status: Int
    let location: String?
    let text: String

    init(_ answer: WebAnswer) {
      status = answer.status
      location = answer.headers.first { $0.name == "Location" }?.value
      text = String(decoding: answer.body, as: UTF8.self)
    }

    /// What is read on it: no tags, no keys beside their buttons, blanks as one.
    var words: String {
      text.replacing(/<kbd[^>]*>[^<]*<\/kbd>/, with: "").replacing(/<[^>]*>/, with: " ")
        .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<")
        .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// What the live region tells.
    var notice: String { first(/<p class="notice"[^>]*>([^<]*)<\/p>/) ?? "" }

    /// The heading.
    var heading: String {
      first(/<h1[^>]*>(.*?)<\/h1>/).map {
        $0.replacing(/<[^>]*>/, with: "")
      } ?? ""
    }

    private func first(_ pattern: Regex<(Substring, Substring)>) -> String? {
      text.firstMatch(of: pattern).map { String($0.output.1) }
    }

    /// A form of the page.
    struct Form {
      let action: String
      let isPost: Bool
      let html: String
      let fields: [(name: String, value: String)]
    }

    /// Every form.
    var forms: [Form] {
      text.matches(of: /<form ([^>]*)>([\s\S]*?)<\/form>/).map { match in
        let head = String(match.output.1)
        let html = String(match.output.2)
        let action = head.firstMatch(of: /action="([^"]*)"/).map { String($0.output.1) } ?? ""
        return Form(
          action: Self.plain(action), isPost: head.contains("method=\"post\""), html: html,
          fields: Self.fields(html))
      }
    }

    /// The form with an action and a button's value.
    func form(_ action: String, holding value: String? = nil) throws -> Form {
      let found = forms.first { form in
        form.action == action
          && (value.map { form.html.contains("name=\"answer\" value=\"\($0)\"") } ?? true)
      }
      guard let found else {
        throw WebVisitor.Missing(what: "\(action) \(value ?? "") in \(words)")
      }
      return found
    }

    private static func fields(_ html: String) -> [(name: String, value: String)] {
      let hidden = html.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)">/).map {
        (name: String($0.output.1), value: plain(String($0.output.2)))
      }
      let areas = html.matches(of: /<textarea [^>]*name="([^"]*)"[^>]*>([^<]*)<\/textarea>/).map {
        (name: String($0.output.1), value: plain(String($0.output.2)))
      }
      return hidden + areas
    }

    private static func plain(_ text: String) -> String {
      text.replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&amp;", with: "&")
    }
  }
#endif
