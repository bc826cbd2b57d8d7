import Seeded

/// What a server that has lost its way sends with a friendly 200.
enum ErrorPage {
  static func text(for source: Source, at moment: Moment) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
      <meta charset="utf-8">
      <title>We'll be back soon</title>
      <link rel="icon" href="/icon.png">
    </head>
    <body>
      <h1>Something went wrong &mdash; and it is us, not you</h1>
      <p>\(source.host) cannot be shown at the moment. Please try again later.</p>
      <p><small>Error establishing a connection to the database. \(moment.day)</small></p>
    </body>
    </html>

    """
  }
}
