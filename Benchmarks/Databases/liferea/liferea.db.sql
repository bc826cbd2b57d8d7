-- Bo Tarn reads in Liferea. Everybody here is invented.
CREATE TABLE items (item_id INTEGER PRIMARY KEY AUTOINCREMENT, parent_item_id INTEGER, node_id TEXT,
  parent_node_id TEXT, title TEXT, read INTEGER, updated INTEGER, popup INTEGER, marked INTEGER,
  source TEXT, source_id TEXT, valid_guid INTEGER, description TEXT, date INTEGER,
  comment_feed_id TEXT, comment INTEGER);
CREATE TABLE metadata (item_id INTEGER, nr INTEGER, key TEXT, value TEXT, PRIMARY KEY (item_id, nr));
CREATE TABLE subscription (node_id STRING, source STRING, orig_source STRING, filter_cmd STRING,
  update_interval INTEGER, default_interval INTEGER, discontinued INTEGER, available INTEGER,
  PRIMARY KEY (node_id));
CREATE TABLE subscription_metadata (node_id STRING, nr INTEGER, key TEXT, value TEXT,
  PRIMARY KEY (node_id, nr));
CREATE TABLE node (node_id STRING, parent_id STRING, title STRING, type INTEGER, expanded INTEGER,
  view_mode INTEGER, sort_column INTEGER, sort_reversed INTEGER, PRIMARY KEY (node_id));
CREATE TABLE search_folder_items (node_id STRING, parent_node_id STRING, item_id INTEGER,
  PRIMARY KEY (node_id, item_id));
CREATE TABLE info (name TEXT, value TEXT, PRIMARY KEY (name));
INSERT INTO info VALUES ('schemaVersion', '11');
INSERT INTO node (node_id, parent_id, title, type) VALUES ('fwater', 'root', 'Water', 'folder'),
  ('fdeep', 'fwater', 'Deep', 'folder'), ('ntide', 'fdeep', 'Tidepool', 'feed'),
  -- An id of digits alone becomes a number in this column.
  ('1234567', 'root', 'Slow Bread', 'feed'), ('nunread', 'root', 'Unread', 'vfolder'),
  ('ncmd', 'root', 'Local weather', 'feed');
INSERT INTO subscription (node_id, source) VALUES ('ntide', 'https://tidepool.example/feed'),
  ('1234567', 'https://slow-bread.example/atom.xml'), ('nunread', 'vfolder'),
  ('ncmd', '|weather --rss');
INSERT INTO subscription_metadata VALUES ('ntide', 0, 'homepage', 'https://tidepool.example/');
INSERT INTO items (node_id, parent_node_id, title, read, marked, source, source_id, valid_guid,
    description, date, comment) VALUES
  ('ntide', 'ntide', 'Crabs', 1, 0, 'https://tidepool.example/1', 'tide-1', 1,
   '<p>Small &amp; fine.</p>', 1777990000, 0),
  ('ntide', 'ntide', 'Low water', 0, 1, 'https://tidepool.example/2', 'made-up', 0, '', 1600000000,
   0),
  ('1234567', '1234567', 'Rye', 1, 1, 'https://slow-bread.example/1', 'bread-1', 1, '', 1778290000,
   0),
  ('ntide', 'ntide', 'Somebody says', 1, 0, 'https://tidepool.example/1#c1', 'c1', 1, '', 1778000000,
   1),
  ('nowhere', 'nowhere', 'Of no feed', 0, 0, '', 'x', 1, '', 1778000000, 0);
INSERT INTO metadata VALUES (1, 0, 'slashComments', '4'), (1, 1, 'author', 'Ines Holm');
