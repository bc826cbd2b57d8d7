/// What a checklist says of its network.
struct ChecklistWords {
  /// The network's name.
  let network: String
  /// What is done on the page of an account.
  let deed: String
  /// What to know before.
  let notes: [String]

  init(_ kind: AccountKind) {
    switch kind {
    case .x:
      network = "X"
      deed = "Open the page, press Following, then Unfollow."
      notes = ["A locked account must agree again if you come back."]
    case .instagram:
      network = "Instagram"
      deed = "Open the page, press Following, then Unfollow."
      notes = ["A private account must agree again if you come back."]
    case .threads:
      network = "Threads"
      deed = "Open the page, press Following, then Unfollow."
      notes = []
    case .facebook:
      network = "Facebook"
      deed =
        "The export has names and no addresses: search for the name among your friends and follows, "
        + "open the page, and choose Unfollow or Unfriend."
      notes = [
        "Two people may have one name: look before you press.",
        "Unfollow hides their posts and lets you stay friends.",
      ]
    case .linkedin:
      network = "LinkedIn"
      deed = "Open the page, press More, then Unfollow or Remove connection."
      notes = ["Unfollow hides their posts and lets you stay connected."]
    case .youtube:
      network = "YouTube"
      deed = "Open the page, press Subscribed, then Unsubscribe."
      notes = []
    case .reddit:
      network = "Reddit"
      deed = "Open the page, press Joined, then Leave."
      notes = []
    case .github:
      network = "GitHub"
      deed = "Open the page, press Unfollow."
      notes = []
    default:
      network = "the network"
      deed = "Open the page, and leave the account there."
      notes = []
    }
  }

  /// What stands at the head, whatever the network.
  static let opening =
    "You decided this one by one. Nobody on the list did anything wrong: "
    + "you are making room. Nobody is told by Pond."

  /// Why it is cut into days.
  static func pace(_ perDay: Int) -> String {
    "One day at a time: whoever leaves many accounts at once may be stopped by the network for a "
      + "while. \(perDay) a day is calm."
  }

  /// What to do at the end.
  static let closing =
    "When you are through, export your data again and import it: Pond then sees what took effect."
}
