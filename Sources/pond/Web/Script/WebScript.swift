#if Web
  /// The one script of the page: what it does, plain forms underneath do too.
  enum WebScript {
    /// The whole file, each part in a function of its own.
    static let text = "\"use strict\";\n" + parts.joined(separator: "\n")

<<<<<<< HEAD
    private static let parts = [telling, keys, drawing]
=======
    private static let parts: [String] = [telling, keys, drawing, bringing]
>>>>>>> c56ab82380b46c32a9c35a905ed40da4332ac5c8
  }
#endif
