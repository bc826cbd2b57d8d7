/// The order of decision (model §4): the first rule that decides is followed.
package enum Rules {
  /// The rules, from first to last. The last one always decides.
  package static let all: [Rule] = [
    .yourWord, .brokenAddress, .ended, .wordsBothWays, .tooLittleSeen, .smallCost, .folderWord,
    .worthAsking, .belowTheBar, .nothingAgainstIt,
  ]

  /// The rules that come after one of them.
  static func after(_ rule: Rule) -> some Sequence<Rule> {
    all.drop { $0.name != rule.name }.dropFirst()
  }
}
