-- Bo Tarn reads in FreshRSS. Everybody here is invented.
CREATE TABLE category (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name VARCHAR(191) NOT NULL,
  kind SMALLINT DEFAULT 0, lastUpdate BIGINT DEFAULT 0, error SMALLINT DEFAULT 0, attributes TEXT,
  UNIQUE (name));
CREATE TABLE feed (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, url VARCHAR(32768) NOT NULL,
  kind SMALLINT DEFAULT 0, category INTEGER DEFAULT 0, name VARCHAR(191) NOT NULL,
  website VARCHAR(32768), description TEXT, lastUpdate BIGINT DEFAULT 0,
  priority TINYINT(2) NOT NULL DEFAULT 10, pathEntries VARCHAR(4096), httpAuth VARCHAR(1024),
  error BOOLEAN DEFAULT 0, ttl INT NOT NULL DEFAULT 0, attributes TEXT,
  cache_nbEntries INT DEFAULT 0, cache_nbUnreads INT DEFAULT 0);
CREATE TABLE entry (id BIGINT NOT NULL, guid VARCHAR(767) NOT NULL, title VARCHAR(8192) NOT NULL,
  author VARCHAR(1024), content TEXT, link VARCHAR(16383) NOT NULL, date BIGINT,
  lastSeen BIGINT DEFAULT 0, lastUserModified BIGINT DEFAULT 0, hash BINARY(16),
  is_read BOOLEAN NOT NULL DEFAULT 0, is_favorite BOOLEAN NOT NULL DEFAULT 0, id_feed INTEGER,
  tags VARCHAR(2048), attributes TEXT, PRIMARY KEY (id), UNIQUE (id_feed, guid));
CREATE TABLE entrytmp (id BIGINT NOT NULL, guid VARCHAR(767) NOT NULL,
  title VARCHAR(8192) NOT NULL, author VARCHAR(1024), content TEXT, link VARCHAR(16383) NOT NULL,
  date BIGINT, lastSeen BIGINT DEFAULT 0, hash BINARY(16), is_read BOOLEAN NOT NULL DEFAULT 0,
  is_favorite BOOLEAN NOT NULL DEFAULT 0, id_feed INTEGER, tags VARCHAR(2048), attributes TEXT,
  PRIMARY KEY (id));
CREATE TABLE tag (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name VARCHAR(191) NOT NULL,
  attributes TEXT, UNIQUE (name));
CREATE TABLE entrytag (id_tag INTEGER, id_entry BIGINT, PRIMARY KEY (id_tag, id_entry));
INSERT INTO category (id, name) VALUES (1, 'Uncategorized'), (2, 'Bread &amp; boats');
INSERT INTO feed (id, url, category, name, website, priority, httpAuth, ttl, attributes) VALUES
  (1, 'https://tidepool.example/feed?a=1&amp;b=2', 2, 'Tide &amp; Pool', 'https://tidepool.example/',
   10, '', 0, '[]'),
  (2, 'https://slow-bread.example/atom.xml', 2, 'Slow Bread', 'https://slow-bread.example/', -10,
   '', 0, '[]'),
  (3, 'https://brass.example/rss', 1, 'Brass', 'https://brass.example/', 10,
   'bo:canary-password', -3600, '{"curl_params":{"cookie":"canary-cookie"}}');
INSERT INTO entry (id, guid, title, author, content, link, date, lastUserModified, is_read,
    is_favorite, id_feed) VALUES
  (1778000000000001, 'tide-1', 'Crabs &amp; weather', ';Ines Holm; Ines Holm',
   '<p>Small &amp; fine.</p>', 'https://tidepool.example/1?x=1&amp;y=2', 1777990000, 1778050000, 1, 0,
   1),
  (1778100000000001, 'tide-2', 'Low water', ';Ines Holm', '', 'https://tidepool.example/2',
   1778090000, 0, 0, 1, 1),
  -- A rule marked this one as it came: nobody touched it.
  (1778200000000001, 'tide-3', 'Advertisement', '', '', 'https://tidepool.example/3', 1778190000, 0,
   1, 0, 1),
  -- Swept away together.
  (1778300000000001, 'bread-1', 'Rye', '', '', 'https://slow-bread.example/1', 1778290000,
   1778400000, 1, 0, 2),
  (1778300000000002, 'bread-2', 'Wheat', '', '', 'https://slow-bread.example/2', 1778290100,
   1778400000, 1, 0, 2),
  (1778300000000003, 'bread-3', 'Spelt', '', '', 'https://slow-bread.example/3', 1778290200,
   1778400000, 1, 0, 2),
  (1778300000000004, 'bread-4', 'Oats', '', '', 'https://slow-bread.example/4', 1778290300,
   1778400000, 1, 0, 2),
  (1778300000000005, 'bread-5', 'Barley', '', '', 'https://slow-bread.example/5', 1778290400,
   1778400000, 1, 0, 2),
  -- Read before FreshRSS kept a time.
  (1770000000000001, 'brass-1', 'The first horn', '', '', 'https://brass.example/1', 1769990000, 0, 1,
   0, 3),
  (1778000000000009, 'brass-2', 'No date', '', '', 'https://brass.example/2', NULL, 0, 0, 0, 3);
INSERT INTO entrytmp (id, guid, title, author, content, link, date, is_read, id_feed) VALUES
  (1778500000000001, 'tide-4', 'Not shown yet', '', '', 'https://tidepool.example/4', 1778490000, 1,
   1);
INSERT INTO tag (id, name) VALUES (1, 'again');
INSERT INTO entrytag VALUES (1, 1778000000000001);
