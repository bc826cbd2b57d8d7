-- Bo Tarn reads in RSS Guard. Everybody here is invented.
CREATE TABLE Information (inf_key VARCHAR(128) NOT NULL UNIQUE, inf_value TEXT);
CREATE TABLE Accounts (id INTEGER PRIMARY KEY, ordr INTEGER NOT NULL, type TEXT NOT NULL,
  proxy_type INTEGER NOT NULL DEFAULT 0, proxy_host TEXT, proxy_port INTEGER, proxy_username TEXT,
  proxy_password TEXT, custom_data TEXT);
CREATE TABLE Categories (id INTEGER PRIMARY KEY, ordr INTEGER NOT NULL, parent_id INTEGER NOT NULL,
  title VARCHAR(400) NOT NULL, description TEXT, date_created BIGINT, icon BLOB,
  account_id INTEGER NOT NULL, custom_id VARCHAR(250), custom_data TEXT);
CREATE TABLE Feeds (id INTEGER PRIMARY KEY, ordr INTEGER NOT NULL, title VARCHAR(400) NOT NULL,
  description TEXT, date_created BIGINT, icon BLOB, category INTEGER NOT NULL, source TEXT,
  is_off INTEGER(1) NOT NULL DEFAULT 0, is_quiet INTEGER(1) NOT NULL DEFAULT 0,
  account_id INTEGER NOT NULL, custom_id VARCHAR(250) NOT NULL, custom_data TEXT);
CREATE TABLE Messages (id INTEGER PRIMARY KEY, is_read INTEGER(1) NOT NULL DEFAULT 0,
  is_important INTEGER(1) NOT NULL DEFAULT 0, is_deleted INTEGER(1) NOT NULL DEFAULT 0,
  is_pdeleted INTEGER(1) NOT NULL DEFAULT 0, feed INTEGER NOT NULL,
  title VARCHAR(500) NOT NULL COLLATE NOCASE, url VARCHAR(1200) COLLATE NOCASE,
  author VARCHAR(400) COLLATE NOCASE, date_created BIGINT NOT NULL, contents TEXT, enclosures TEXT,
  score REAL NOT NULL DEFAULT 0.0, account_id INTEGER NOT NULL, custom_id VARCHAR(250),
  custom_data TEXT, date_retrieved BIGINT NOT NULL DEFAULT 0);
CREATE TABLE Labels (id INTEGER PRIMARY KEY, name VARCHAR(200) NOT NULL, icon BLOB,
  custom_id VARCHAR(200), account_id INTEGER NOT NULL);
CREATE TABLE LabelsInMessages (message INTEGER NOT NULL, label INTEGER NOT NULL,
  UNIQUE (message, label));
INSERT INTO Information VALUES ('schema_version', '104');
INSERT INTO Accounts (id, ordr, type, proxy_password) VALUES (1, 0, 'std-rss', 'canary-password'),
  (2, 1, 'greader', NULL);
INSERT INTO Categories (id, ordr, parent_id, title, account_id) VALUES (1, 0, -1, 'Water', 1),
  (2, 1, 1, 'Deep', 1), (3, 2, 3, 'Within itself', 1);
INSERT INTO Feeds (id, ordr, title, date_created, category, source, is_off, is_quiet, account_id,
    custom_id) VALUES
  (1, 0, 'Tidepool', 1760000000000, 2, 'https://tidepool.example/feed', 0, 0, 1, '1'),
  (2, 1, 'Slow Bread', 1760000000000, -1, 'https://slow-bread.example/atom.xml', 1, 1, 1, '2'),
  (3, 2, 'Brass', NULL, 3, NULL, 0, 0, 2, 'feed/https://brass.example/rss'),
  (4, 3, 'Nowhere', NULL, -1, NULL, 0, 0, 2, 'stream-4');
INSERT INTO Messages (id, is_read, is_important, is_deleted, is_pdeleted, feed, title, url, author,
    date_created, contents, account_id, custom_id, date_retrieved) VALUES
  (11, 1, 0, 0, 0, 1, 'Crabs', 'https://tidepool.example/1', 'Ines Holm', 1777990000250,
   '<p>Small &amp; fine.</p>', 1, 'tide-1', 1777993600000),
  (12, 0, 1, 0, 0, 1, 'Low water', 'https://tidepool.example/2', '', 1778090000000, '', 1, 'tide-2',
   1778093600000),
  (13, 1, 0, 1, 0, 2, 'Rye', 'https://slow-bread.example/1', '', 1778290000000, '', 1, 'bread-1',
   1778293600000),
  (14, 1, 0, 0, 1, 2, 'Wheat', 'https://slow-bread.example/2', '', 1778290100000, '', 1, 'bread-2',
   1778293600000),
  (15, 1, 0, 0, 0, 3, 'The first horn', 'https://brass.example/1', '', 1769990000000, '', 2, 'b-1',
   1769993600000),
  (16, 1, 0, 0, 0, 99, 'Of no feed', '', '', 1769990000000, '', 2, 'x', 1769993600000);
INSERT INTO Labels (id, name, account_id) VALUES (1, 'again', 1);
INSERT INTO LabelsInMessages VALUES (15, 1);
