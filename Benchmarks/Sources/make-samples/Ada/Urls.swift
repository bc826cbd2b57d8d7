import Seeded

/// Ada's newsboat `urls`: most of the same feeds, with her tags.
enum Urls {
  static func text(_ sources: [Source]) -> String {
    let bySlug = Dictionary(sources.map { ($0.slug, $0) }) { first, _ in first }
    return lines.map { line in
      guard line.hasPrefix("@") else { return line }
      let parts = line.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
      guard let source = bySlug[parts[0]] else { preconditionFailure("nobody is called \(line)") }
      return ([quoted(source.feed)] + parts.dropFirst()).joined(separator: " ")
    }.joined(separator: "\n") + "\n"
  }

  /// newsboat cuts at blanks and `#`, and a shell would at `&`.
  private static func quoted(_ address: String) -> String {
    address.contains("&") || address.contains("#") ? "\"\(address)\"" : address
  }

  private static let lines = """
    # Ada's newsboat, moved here from the old machine
    # close
    @salt-marsh close "~Maren's letters"
    @lantern-yard close
    @young-gardener close "a letter a month"
    @small-hours close notes
    @first-frost close
    @number-nine close new
    @pip-all-day close "!"
    @poem-twice close poems
    @platform-two close
    @emil-mends

    # making
    @bone-folder making paper
    @paper-days making paper
    @kami-to-ito making paper 日本語
    @two-pans making kitchen
    @stove-radio making kitchen podcasts
    @open-gate making garden
    @weekly-kiln making
    @walnut-desk making new
    @one-photograph making

    # places
    @godwit-diary coast
    @tidewater coast
    @lighthouse-log coast notes
    @hills-mostly hills
    @lichen hills
    @plain-sky hills
    @canal-ward
    @other-side "against the grain"

    # programming
    @compile-slowly programming
    @release-notes programming
    @marble-notebook programming
    @rumour-mill programming
    @linkdrift programming "links and such"
    @hedge-school programming teaching
    @puzzle-box a/b
    @back-row a/b

    # news
    @lowland-courier "news, sports"
    @harbour-wire "news, sports" "!"
    @everything-daily "news, sports"
    @rowing "news, sports"
    @northgate
    @signal-box

    # to hear
    @low-tide-radio podcasts
    @cellar-concerts podcasts
    @grandmother-tapes podcasts
    @night-ferry podcasts
    @nine-bridges podcasts
    @wednesday-choir music
    @changes-rung music
    @july-brass music
    @tin-whistle music

    # languages
    @laube Deutsch garden
    @schreibtisch Deutsch
    @kaltenmoos Deutsch "!"
    @fournil Français kitchen
    @marees Français
    @yoake 日本語
    @daftar-al-bayt العربية
    # shops
    @bargain-barn
    @harrow-vane

    # the same address a second time, with another tag
    @salt-marsh reading
    "exec:~/bin/tide-times.sh --place 'Vell Point'" coast "~Tide times"
    "query:Unread letters:unread = \\"yes\\" and tags # \\"close\\""
    """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
