INSERT INTO accounts (id, pen_name, pen_name_key, created_month, shows_counts, shows_since) VALUES
  ('a4', 'Moss', 'moss', '2026-06-01', true, true);
INSERT INTO former_pen_names VALUES ('\x22', 'a4');
