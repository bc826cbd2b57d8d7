/// What a checklist says of its network.
struct ChecklistWords {
  /// The network's name.
  let network: String
  /// What is done on the page of an account.
  let deed: String
  /// What to know before.
  let notes: [String]
  /// What is switched for somebody who stays and of whom less is wanted.
  let switches: String

  init(_ kind: AccountKind) {
    switch kind {
    case .x:
      network = "X"
      deed = "Open the page, press Following, then Unfollow."
      notes = ["A locked account must agree again if you come back."]
      switches =
        "They stay. On the page press the three dots: Turn off Reposts, or Mute."
    case .instagram:
      network = "Instagram"
      deed = "Open the page, press Following, then Unfollow."
      notes = ["A private account must agree again if you come back."]
      switches =
        "They stay. On the page press Following, then Mute; the bell turns notifications off."
    case .threads:
      network = "Threads"
      deed = "Open the page, press Following, then Unfollow."
      notes = []
      switches =
        "They stay. On the page press the three dots, then Mute."
    case .facebook:
      network = "Facebook"
      deed =
        "The export has names and no addresses: search for the name among your friends and follows, "
        + "open the page, and choose Unfollow or Unfriend."
      notes = [
        "Two people may have one name: look before you press.",
        "Unfollow hides their posts and lets you stay friends.",
      ]
      switches =
        "They stay. On the page press Following, then Snooze, or choose fewer notifications."
    case .linkedin:
      network = "LinkedIn"
      deed = "Open the page, press More, then Unfollow or Remove connection."
      notes = ["Unfollow hides their posts and lets you stay connected."]
      switches =
        "They stay. On the page press the bell and choose Off; Unfollow keeps the connection."
    case .fediverse:
      network = "the fediverse"
      deed =
        "On your own server, search for the address, open the profile there, press Following, then "
        + "Unfollow. The link shows the page on their server, where you are a stranger."
      notes = [
        "Who locks their account must agree again if you come back, and is told of it.",
        "Somebody who leaves your follows leaves your lists too.",
      ]
      switches =
        "They stay. On your own server, open the profile: Hide boosts, Notifications off, or a mute."
    case .youtube:
      network = "YouTube"
      deed = "Open the page, press Subscribed, then Unsubscribe."
      notes = []
      switches =
        "They stay. On the page press the bell and choose None."
    case .reddit:
      network = "Reddit"
      deed = "Open the page, press Joined, then Leave."
      notes = []
      switches =
        "They stay. On the page turn the bell off, or mute the community in your feed."
    case .github:
      network = "GitHub"
      deed = "Open the page, press Unfollow."
      notes = []
      switches =
        "They stay. On the page of a repository of theirs, press Watch and choose Participating."
    default:
      network = "the network"
      deed = "Open the page, and leave the account there."
      notes = []
      switches = "They stay. Mute them, or turn their notifications off."
    }
  }

  /// What stands at the head, whatever the network.
  static let opening =
    "You decided this one by one. Nobody on the list did anything wrong: "
    + "you are making room. Nobody is told by Pond."

  /// What stands over those who stay.
  static let quieterTitle = "To see less of"

  /// Why it is cut into days.
  static func pace(_ perDay: Int) -> String {
    "One day at a time: whoever leaves many accounts at once may be stopped by the network for a "
      + "while. \(perDay) a day is calm."
  }

  /// What to do at the end.
  static let closing =
    "When you are through, export your data again and import it: Pond then sees what took effect."
}
