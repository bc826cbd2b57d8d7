CREATE TABLE feedSettings (feedURL TEXT PRIMARY KEY, feedID TEXT NOT NULL DEFAULT '',
  homePageURL TEXT, iconURL TEXT, faviconURL TEXT, editedName TEXT, contentHash TEXT,
  newArticleNotificationsEnabled INTEGER NOT NULL DEFAULT 0,
  readerViewAlwaysEnabled INTEGER NOT NULL DEFAULT 0, authors TEXT, lastCheckDate REAL,
  lastResponseCode INTEGER);
INSERT INTO feedSettings (feedURL, feedID, homePageURL, editedName, newArticleNotificationsEnabled,
    lastCheckDate, lastResponseCode) VALUES
  ('https://tidepool.example/feed', 'https://tidepool.example/feed', 'https://tidepool.example/',
   NULL, 1, 1778500000.0, 200),
  ('https://slow-bread.example/atom.xml', 'https://slow-bread.example/atom.xml',
   'https://slow-bread.example/', NULL, 0, 1778500000.0, 404),
  ('https://brass.example/rss', '17', 'https://brass.example/', 'Brass, mine', 0, 1778500000.0, 503);
