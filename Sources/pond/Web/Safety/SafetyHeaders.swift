#if Web
  /// What every answer says, whatever it is.
  enum SafetyHeaders {
    /// The headers: nothing but the page's own files may act in it, nobody may frame it, nothing of it
    /// is kept, no other site learns of it.
    ///
    /// The referrer goes to the page itself alone; with none at all, browsers would not say of which
    /// page a form is, and that is looked at.
    static let all: [(name: String, value: String)] = [
      ("Content-Security-Policy", policy),
      ("Referrer-Policy", "same-origin"),
      ("X-Content-Type-Options", "nosniff"),
      ("X-Frame-Options", "DENY"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
      ("Cache-Control", "no-store"),
    ]

    private static let policy = """
      default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
      form-action 'self'; base-uri 'none'; frame-ancestors 'none'
      """
  }
#endif
