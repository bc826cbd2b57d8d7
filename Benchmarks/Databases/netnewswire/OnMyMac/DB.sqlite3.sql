-- Bo Tarn reads in NetNewsWire. Everybody here is invented.
CREATE TABLE articles (articleID TEXT NOT NULL PRIMARY KEY, feedID TEXT NOT NULL,
  uniqueID TEXT NOT NULL, title TEXT, contentHTML TEXT, contentText TEXT, markdown TEXT, url TEXT,
  externalURL TEXT, summary TEXT, imageURL TEXT, bannerImageURL TEXT, datePublished DATE,
  dateModified DATE, searchRowID INTEGER, authors TEXT);
CREATE TABLE statuses (articleID TEXT NOT NULL PRIMARY KEY, read BOOL NOT NULL DEFAULT 0,
  starred BOOL NOT NULL DEFAULT 0, dateArrived DATE NOT NULL DEFAULT 0);
INSERT INTO articles (articleID, feedID, uniqueID, title, contentHTML, contentText, url, externalURL,
    datePublished, authors) VALUES
  ('a1', 'https://tidepool.example/feed', 'tide-1', 'Crabs', '<p>Small &amp; fine.</p>', NULL,
   'https://tidepool.example/1', NULL, 1777990000.5, '[{"name":"Ines Holm"},{"name":"Odd Vik"}]'),
  ('a2', 'https://tidepool.example/feed', 'tide-2', NULL, NULL, 'Plain < words', NULL,
   'https://tidepool.example/2', 1778090000.0, NULL),
  -- Older than 183 days when it came: NetNewsWire marked it.
  ('a3', 'https://slow-bread.example/atom.xml', 'bread-0', 'An old loaf', NULL, NULL,
   'https://slow-bread.example/0', NULL, 1700000000.0, 'broken json'),
  ('a4', 'https://slow-bread.example/atom.xml', 'bread-1', 'Rye', NULL, NULL,
   'https://slow-bread.example/1', NULL, 1778290000.0, NULL),
  ('a5', '17', 'brass-1', 'The first horn', NULL, NULL, 'https://brass.example/1', NULL, NULL, NULL),
  ('a6', '18', 'lost-1', 'Of a feed that nobody knows', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO statuses VALUES ('a1', 1, 0, 1777993600.0), ('a2', 0, 0, 1778093600.0),
  ('a3', 1, 0, 1778000000.0), ('a4', 1, 1, 1778293600.0), ('a5', 1, 0, 1778000000.0),
  ('a6', 1, 0, 1778000000.0), ('gone', 1, 0, 1760000000.0);
