-- Where Bo Tarn went in Chromium. Everybody here is invented.
CREATE TABLE meta (key LONGVARCHAR NOT NULL UNIQUE PRIMARY KEY, value LONGVARCHAR);
CREATE TABLE urls (id INTEGER PRIMARY KEY AUTOINCREMENT, url LONGVARCHAR, title LONGVARCHAR,
  visit_count INTEGER DEFAULT 0 NOT NULL, typed_count INTEGER DEFAULT 0 NOT NULL,
  last_visit_time INTEGER NOT NULL, hidden INTEGER DEFAULT 0 NOT NULL);
CREATE TABLE visits (id INTEGER PRIMARY KEY AUTOINCREMENT, url INTEGER NOT NULL,
  visit_time INTEGER NOT NULL, from_visit INTEGER, transition INTEGER DEFAULT 0 NOT NULL,
  segment_id INTEGER, visit_duration INTEGER DEFAULT 0 NOT NULL);
INSERT INTO meta VALUES ('version', '70');
INSERT INTO urls (id, url, title, last_visit_time) VALUES
  (1, 'https://tidepool.example/1', 'Crabs', 0), (2, 'https://slow-bread.example/loaves/3', '', 0),
  (3, 'https://secret-clinic.example/appointment', 'A canary title', 0),
  (4, 'https://go.example/to/3', '', 0), (5, 'chrome://settings/', '', 0);
-- 13422473700000000 is 2026-05-05T16:55:00Z in microseconds since 1601.
INSERT INTO visits (id, url, visit_time, transition) VALUES (1, 1, 13422473700000000, 805306368),
  (2, 2, 13422473800000000, 1), (3, 3, 13422473900000000, 805306368),
  -- A redirect: its first page does not end the chain, its last does. The bits make it negative.
  (4, 4, 13422474000000000, 268435456), (5, 2, 13422474000000001, -1610612736),
  (6, 1, 13422474100000000, 805306376), (7, 1, 13422474200000000, 805306371),
  (8, 5, 13422474300000000, 805306369), (9, 1, -5, 0);
