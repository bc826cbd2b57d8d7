-- Bo Tarn reads with the Python library reader. Everybody here is invented.
CREATE TABLE feeds (url TEXT PRIMARY KEY NOT NULL, title TEXT, link TEXT, updated TIMESTAMP,
  author TEXT, subtitle TEXT, version TEXT, user_title TEXT, caching_info TEXT, data_hash BLOB,
  stale INTEGER NOT NULL DEFAULT 0, updates_enabled INTEGER NOT NULL DEFAULT 1,
  update_after TIMESTAMP, last_retrieved TIMESTAMP, last_updated TIMESTAMP,
  added TIMESTAMP NOT NULL, last_exception TEXT);
CREATE TABLE entries (id TEXT NOT NULL, feed TEXT NOT NULL, title TEXT, link TEXT,
  updated TIMESTAMP, author TEXT, published TIMESTAMP, summary TEXT, content TEXT, enclosures TEXT,
  source TEXT, original_feed TEXT, data_hash BLOB, data_hash_changed INTEGER, read INTEGER,
  read_modified TIMESTAMP, important INTEGER, important_modified TIMESTAMP, added_by TEXT NOT NULL,
  last_updated TIMESTAMP NOT NULL, first_updated TIMESTAMP NOT NULL,
  first_updated_epoch TIMESTAMP NOT NULL, feed_order INTEGER NOT NULL,
  recent_sort TIMESTAMP NOT NULL, sequence BLOB, PRIMARY KEY (id, feed));
CREATE TABLE feed_tags (feed TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (feed, key));
CREATE TABLE entry_tags (id TEXT NOT NULL, feed TEXT NOT NULL, key TEXT NOT NULL,
  value TEXT NOT NULL, PRIMARY KEY (id, feed, key));
INSERT INTO feeds (url, title, link, user_title, updates_enabled, added) VALUES
  ('https://tidepool.example/feed', 'Tidepool', 'https://tidepool.example/', 'Tides, mine', 1,
   '2026-01-05 08:00:00.250000'),
  ('https://slow-bread.example/atom.xml', 'Slow Bread', 'tag:slow-bread.example,2020:x', NULL, 0,
   '2026-01-06 08:00:00');
INSERT INTO feed_tags VALUES ('https://tidepool.example/feed', 'water', 'null'),
  ('https://tidepool.example/feed', '.reader.dedupe', 'null');
INSERT INTO entries (id, feed, title, link, published, content, summary, read, read_modified,
    important, important_modified, added_by, last_updated, first_updated, first_updated_epoch,
    feed_order, recent_sort) VALUES
  ('tide-1', 'https://tidepool.example/feed', 'Crabs', 'https://tidepool.example/1',
   '2026-05-05 14:06:40', '[{"value": "<p>Small &amp; fine.</p>", "type": "text/html"}]', 'not this',
   1, '2026-05-06 06:46:40.500000', 0, NULL, 'feed', '2026-05-05 15:00:00', '2026-05-05 15:00:00',
   '2026-05-05 15:00:00', 0, '2026-05-05 15:00:00'),
  ('tide-2', 'https://tidepool.example/feed', 'Low water', 'https://tidepool.example/2',
   '2026-05-06 17:53:20', NULL, 'A summary', 0, NULL, 1, '2026-05-07 06:00:00', 'feed',
   '2026-05-06 18:00:00', '2026-05-06 18:00:00', '2026-05-06 18:00:00', 0, '2026-05-06 18:00:00'),
  -- A plugin marked this one as it came.
  ('tide-3', 'https://tidepool.example/feed', 'Advertisement', 'https://tidepool.example/3',
   '2026-05-07 17:53:20', NULL, NULL, 1, NULL, NULL, NULL, 'feed', '2026-05-07 18:00:00',
   '2026-05-07 18:00:00', '2026-05-07 18:00:00', 0, '2026-05-07 18:00:00'),
  ('mine', 'https://tidepool.example/feed', 'Put there by hand', 'https://tidepool.example/0', NULL,
   NULL, NULL, 0, NULL, NULL, NULL, 'user', '2026-05-07 19:00:00', '2026-05-07 19:00:00',
   '2026-05-07 19:00:00', 0, '2026-05-07 19:00:00');
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6)
INSERT INTO entries (id, feed, title, link, published, read, read_modified, added_by, last_updated,
    first_updated, first_updated_epoch, feed_order, recent_sort)
SELECT 'bread-' || i, 'https://slow-bread.example/atom.xml', 'Loaf ' || i,
  'https://slow-bread.example/' || i, '2026-05-0' || i || ' 07:00:00', 1,
  '2026-05-08 07:00:00.' || (100000 + i * 1500), 'feed', '2026-05-07 18:00:00',
  '2026-05-07 18:00:00', '2026-05-07 18:00:00', 0, '2026-05-07 18:00:00' FROM n;
