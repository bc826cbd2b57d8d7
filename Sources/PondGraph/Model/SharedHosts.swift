/// Hosts whose name alone says nothing about whose page it is.
package enum SharedHosts {
  /// Hosts of many, where the path tells whose page it is. `ada.github.io` and `ada.substack.com` are
  /// hosts of their own.
  package static let all: Set<String> = [
    "bsky.app", "dev.to", "facebook.com", "feedburner.com", "feeds.feedburner.com", "github.com",
    "gitlab.com", "goodreads.com", "hackernoon.com", "hashnode.com", "instagram.com",
    "linkedin.com", "livejournal.com", "mastodon.social", "medium.com", "news.ycombinator.com",
    "patreon.com", "pinterest.com", "podcasts.apple.com", "reddit.com", "sites.google.com",
    "soundcloud.com", "substack.com", "threads.net", "threads.com", "tumblr.com", "twitter.com",
    "vimeo.com", "wordpress.com", "x.com", "youtube.com",
  ]

  /// Those of them where the first step of the path is somebody's name.
  static let namedByPath: Set<String> = [
    "codeberg.org", "dev.to", "gitlab.com", "medium.com", "patreon.com", "soundcloud.com",
    "substack.com", "tumblr.com",
  ]

  /// Nobody's voice, with everything below them: reference works, archives, shops, shorteners,
  /// trackers, places where files lie.
  static let nobodys: Set<String> = [
    "adobe.com", "amazon.ca", "amazon.co.jp", "amazon.co.uk", "amazon.com", "amazon.de",
    "amazon.es", "amazon.fr", "amazon.it", "amazonaws.com", "amzn.eu", "amzn.to", "apple.com",
    "archive.is", "archive.org", "archive.ph", "archive.today", "arxiv.org", "bit.ly", "buff.ly",
    "cloudflare.com", "cloudfront.net", "creativecommons.org", "discord.com", "discord.gg",
    "disqus.com", "docker.com", "doi.org", "doubleclick.net", "dropbox.com", "ebay.com",
    "eepurl.com",
    "etsy.com", "eventbrite.com", "fb.me", "feedblitz.com", "feedburner.com", "flic.kr", "g.co",
    "gnu.org", "goo.gl", "google.com", "googleusercontent.com", "gravatar.com", "gumroad.com",
    "ift.tt", "imdb.com", "imgur.com", "indiegogo.com", "is.gd", "justgiving.com",
    "kickstarter.com",
    "ko-fi.com", "lnkd.in", "list-manage.com", "mailchi.mp", "meetup.com", "microsoft.com",
    "nih.gov", "npmjs.com", "openstreetmap.org", "ow.ly", "paypal.com", "paypal.me", "pca.st",
    "pypi.org", "redd.it", "shopify.com", "slideshare.net", "spotify.com", "stackexchange.com",
    "stackoverflow.com", "stripe.com", "t.co", "t.me", "telegram.me", "tiktok.com", "tinyurl.com",
    "twitch.tv", "w.org", "w3.org", "whatsapp.com", "wikidata.org", "wikimedia.org",
    "wikipedia.org", "wiktionary.org", "wordpress.org", "worldcat.org", "wp.me", "youtu.be",
    "zoom.us",
  ]
}
