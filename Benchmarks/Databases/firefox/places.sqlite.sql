-- Where Bo Tarn went in Firefox. Everybody here is invented.
CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url LONGVARCHAR, title LONGVARCHAR,
  rev_host LONGVARCHAR, visit_count INTEGER DEFAULT 0, hidden INTEGER DEFAULT 0 NOT NULL,
  typed INTEGER DEFAULT 0 NOT NULL, frecency INTEGER DEFAULT -1 NOT NULL, last_visit_date INTEGER,
  guid TEXT, foreign_count INTEGER DEFAULT 0 NOT NULL, url_hash INTEGER DEFAULT 0 NOT NULL);
CREATE TABLE moz_historyvisits (id INTEGER PRIMARY KEY, from_visit INTEGER, place_id INTEGER,
  visit_date INTEGER, visit_type INTEGER, session INTEGER);
CREATE TABLE moz_bookmarks (id INTEGER PRIMARY KEY, type INTEGER, fk INTEGER DEFAULT NULL,
  parent INTEGER, position INTEGER, title LONGVARCHAR, dateAdded INTEGER, lastModified INTEGER);
INSERT INTO moz_places (id, url, title, hidden) VALUES
  (1, 'https://tidepool.example/1?utm_source=feed', 'Crabs', 0),
  (2, 'https://www.slow-bread.example/loaves/3', 'Loaf', 0),
  (3, 'https://secret-clinic.example/appointment', 'A canary title', 0),
  (4, 'https://tidepool.example/redirect', '', 1),
  (5, 'about:config', '', 0), (6, 'file:///home/bo/canary.txt', '', 0),
  (7, 'https://slow-bread.example/', 'Slow Bread', 0);
INSERT INTO moz_historyvisits (id, place_id, visit_date, visit_type) VALUES
  (1, 1, 1778000100000000, 1), (2, 2, 1778000200000000, 2), (3, 3, 1778000300000000, 1),
  (4, 4, 1778000400000000, 1), (5, 5, 1778000500000000, 2), (6, 6, 1778000600000000, 2),
  (7, 7, 1778000700000000, 3), (8, 1, 1778000800000000, 9), (9, 1, 1778000900000000, 4),
  (10, 2, 1778001000000000, 6), (11, 1, 1778087300000000, 1);
INSERT INTO moz_bookmarks (id, type, fk, title, dateAdded) VALUES (1, 2, NULL, 'menu', 1),
  (2, 1, 1, 'Crabs', 1778100000000000), (3, 1, 3, 'canary bookmark', 1778100000000000);
