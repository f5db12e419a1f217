INSERT INTO accounts (id, pen_name, pen_name_key, role, created_month, reset_month, staff_since, shows_verified, verified_language,
    verified_profession) VALUES
  ('a3', 'Fern', 'fern', 'administrator', '2026-03-01', '2026-04-01', '2026-04-02', true, 'nb', 'therapist');
INSERT INTO personas (id, scope_id, seal, ledger_tag, alias, is_erased, verified_language, verified_profession) VALUES
  ('p3', 'c1', '\x15', '\x16', 'Alder', true, NULL, NULL), ('p4', 'c2', '\x17', '\x18', 'Birch', false, 'en', 'socialWorker');
INSERT INTO posts (id, thread_id, number, author_id, perspective, language, state, body, html, text, render_version, created_at) VALUES
  ('o4', 'h1', 3, 'a3', 'therapist', 'en', 'erased', '', '', '', 1, '2026-03-01 10:00Z');
INSERT INTO sessions VALUES ('s3', '\x0b', '\x0c', '2026-04-01', '\x0f');
INSERT INTO second_factors VALUES ('a3', '\x19');
INSERT INTO spent_tags VALUES ('\x1a', '2026-04-01');
INSERT INTO vaults VALUES ('\x1b', 4, '\x1c');
INSERT INTO drafts VALUES ('\x1d', '\x1e');
INSERT INTO flags (id, tag, post_id, post_version, reason, note, created_at) VALUES
  ('l1', '\x1f', 'o2', 1, 'identifying', 'See there', '2026-03-02 10:00Z'), ('l2', '\x20', 'o1', 2, 'risk', NULL, '2026-03-02 11:00Z');
INSERT INTO bars (id, persona_id, account_id, reason, created_at, until) VALUES
  ('b1', 'p2', NULL, 'A week off', '2026-03-03 10:00Z', '2026-03-10 10:00Z'), ('b2', NULL, 'a1', 'For good', '2026-03-03 11:00Z', NULL);
INSERT INTO persona_erasures VALUES ('p3', 'leave', '2026-03-17 00:00Z');
INSERT INTO erased_texts VALUES ('e1', 'o4', 1, NULL, NULL), ('e2', 'o1', 1, 3, 7);
INSERT INTO moderation_actions (id, kind, reason, thread_id, post_id, moderator_id, created_at) VALUES
  ('m3', 'bar', 'A week off', 'h2', 'o3', NULL, '2026-03-03 10:00Z');
