#if Web
  /// The one script of the page: what it does, plain forms underneath do too.
  enum WebScript {
    /// The whole file, each part in a function of its own.
    static let text = "\"use strict\";\n" + parts.joined(separator: "\n")

    private static let parts: [String] = [telling, keys, drawing, bringing]
  }
#endif
