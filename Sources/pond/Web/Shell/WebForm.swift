#if Web
  import PondGraph

  /// Forms: the only way in which a page changes something.
  enum WebForm {
    /// A form that changes something, with the token without which no change is taken.
    /// - Parameters:
    ///   - path: where it goes.
    ///   - hidden: what it says besides; escaped here.
    ///   - attributes: more of the form's own attributes, as HTML.
    ///   - inner: what stands in it, as HTML.
    static func post(
      to path: String, visit: WebVisit, hidden: [(String, String)] = [], attributes: String = "",
      _ inner: String
    ) -> String {
      let fields = ([("token", visit.formToken)] + hidden).map { name, value in
        "<input type=\"hidden\" name=\"\(HTMLText.escaped(name))\" value=\"\(attribute(value))\">"
      }
      let more = attributes.isEmpty ? "" : " " + attributes
      return """
        <form method="post" action="\(HTMLText.escaped(path, limit: 4_000))"\(more)>
        \(fields.joined(separator: "\n"))
        \(inner)
        </form>
        """
    }

    /// A form with nothing but a button.
    static func button(
      _ words: String, to path: String, visit: WebVisit, hidden: [(String, String)] = [],
      kind: String = ""
    ) -> String {
      post(
        to: path, visit: visit, hidden: hidden,
        "<button\(kind.isEmpty ? "" : " class=\"\(kind)\"")>\(HTMLText.escaped(words))</button>")
    }

    /// A value for an attribute, whole: what a form hands back must be what was handed out.
    static func attribute(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
        .replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
  }
#endif
