-- Where Bo Tarn went in Safari. Everybody here is invented.
CREATE TABLE history_items (id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL UNIQUE,
  domain_expansion TEXT NULL, visit_count INTEGER NOT NULL);
CREATE TABLE history_visits (id INTEGER PRIMARY KEY AUTOINCREMENT, history_item INTEGER NOT NULL,
  visit_time REAL NOT NULL, title TEXT NULL, load_successful BOOLEAN NOT NULL DEFAULT 1,
  redirect_source INTEGER NULL UNIQUE, redirect_destination INTEGER NULL UNIQUE,
  origin INTEGER NOT NULL DEFAULT 0);
INSERT INTO history_items VALUES (1, 'https://tidepool.example/1', 'tidepool', 3),
  (2, 'https://slow-bread.example/loaves/3', 'slow-bread', 1),
  (3, 'https://secret-clinic.example/appointment', 'secret-clinic', 1),
  (4, 'https://go.example/to/3', 'go', 1);
INSERT INTO history_visits (id, history_item, visit_time, title, load_successful, redirect_source,
    redirect_destination, origin) VALUES
  (1, 1, 799693700.5, 'Crabs', 1, NULL, NULL, 0), (2, 1, 799693800.0, 'Crabs', 1, NULL, NULL, 1),
  (3, 4, 799693900.0, NULL, 1, NULL, 4, 0), (4, 2, 799693900.1, NULL, 1, 3, NULL, 0),
  (5, 3, 799694000.0, 'A canary title', 1, NULL, NULL, 0), (6, 1, 799694100.0, NULL, 0, NULL, NULL, 0);
