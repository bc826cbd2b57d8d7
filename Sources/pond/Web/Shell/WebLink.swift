#if Web
  import PondGraph

  /// Addresses of this house and of the web, for pages.
  enum WebLink {
    /// A path with what stands behind its question mark; what is nil or empty is left out. Not yet escaped
    /// for a page.
    static func to(_ path: String, _ query: [(String, String?)]) -> String {
      let parts = query.compactMap { name, value -> String? in
        guard let value, !value.isEmpty else { return nil }
        return "\(name)=\(PercentText.encoded(value))"
      }
      return parts.isEmpty ? path : path + "?" + parts.joined(separator: "&")
    }

    /// A stranger's words as a link to a page of the web, which learns nothing of where it was asked from;
    /// the words alone where there is no page without a secret.
    /// - Parameters:
    ///   - words: not yet escaped.
    ///   - attributes: more of the link's own attributes, as HTML.
    static func out(_ words: String, to page: Address?, attributes: String = "") -> String {
      let shown = "<bdi>\(text(words))</bdi>"
      guard let page, Hyperlink.isHarmless(page) else { return shown }
      let more = attributes.isEmpty ? "" : " " + attributes
      return "<a href=\"\(WebForm.attribute(page.written))\" target=\"_blank\" "
        + "rel=\"noreferrer noopener\"\(more)>\(shown)</a>"
    }

    /// An account's name as a link to its page.
    static func account(_ account: Account) -> String {
      "<a href=\"\(CaseLinks.page(of: account))\"><bdi>\(text(ReviewWords.name(account)))</bdi></a>"
    }

    /// Words as a page shows them: one line, harmless, escaped.
    static func text(_ words: String) -> String {
      HTMLText.escaped(Sanitize.line(words), limit: 4_000)
    }
  }
#endif
