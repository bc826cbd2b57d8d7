/// What a file of Instagram's holds, told by its names or its first record: the words in it may be
/// in any language.
enum InstagramList: Hashable {
  case following
  case followers
  case closeFriends
  case favorites
  case unfollowed
  /// Accounts that are neither followed nor not: hidden from, restricted, blocked, asked.
  case others
  case liked
  case commented
  case saved
  case storyLiked
  case storyAnswered
  case shown
  case profile
  /// The lists of 2020: names with dates.
  case dated

  /// Tells it from the beginning of a file; nil for a file of anybody else's.
  init?(_ glance: JSONGlance) {
    if glance.groups.isSuperset(of: ["following", "followers"]) {
      self = .dated
    } else if let known = glance.names.lazy.compactMap(InstagramList.init(member:)).first {
      self = known
    } else if let known = InstagramList(record: glance) {
      self = known
    } else {
      return nil
    }
  }

  /// What stands under a name.
  init?(member name: String) {
    if let known = Self.members[name] {
      self = known
    } else if name.hasPrefix("relationships_") {
      self = .others
    } else if name.hasPrefix("story_activities_") {
      self = name.contains("question") || name.contains("poll") ? .storyAnswered : .storyLiked
    } else {
      return nil
    }
  }

  private init?(record glance: JSONGlance) {
    if glance.firstHas("label_values", "timestamp", "fbid") {
      self = .liked
    } else if glance.firstHas("string_list_data", "media_list_data") {
      self = .followers
    } else if glance.firstHas("string_map_data", "media_list_data") {
      self = .commented
    } else {
      return nil
    }
  }

  /// What the records of a list without a name are: of those that look the same, the place in the
  /// export tells which.
  func refined(by name: String) -> InstagramList? {
    switch self {
    case .liked where name.contains("saved/"): .saved
    case .liked where name.contains("comments/"): .commented
    case .liked where name.contains("story_"): .storyLiked
    case .liked where name.contains("/") && !name.contains("likes/"): nil
    case .commented where name.contains("/") && !name.contains("comments/"): nil
    default: self
    }
  }

  private static let members: [String: InstagramList] = [
    "relationships_following": .following,
    "relationships_followers": .followers,
    "relationships_close_friends": .closeFriends,
    "relationships_feed_favorites": .favorites,
    "relationships_unfollowed_users": .unfollowed,
    "likes_media_likes": .liked,
    "likes_comment_likes": .storyLiked,
    "comments_media_comments": .commented,
    "comments_reels_comments": .commented,
    "saved_saved_media": .saved,
    "impressions_history_posts_seen": .shown,
    "impressions_history_videos_watched": .shown,
    "profile_user": .profile,
  ]
}
