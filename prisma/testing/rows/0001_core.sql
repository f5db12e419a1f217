INSERT INTO accounts (id, pen_name, pen_name_key, role, epoch, failed_sign_ins, created_month) VALUES
  ('a1', 'Quiet Harbour', 'quiet harbour', 'member', 0, 2, '2026-01-01'),
  ('a2', 'Ærlig', 'ærlig', 'moderator', 3, 0, '2026-02-01');
INSERT INTO passwords VALUES ('a1', '\x01', 65536, 3, '\x02', '\x03'), ('a2', '\x04', 65536, 3, '\x05', '\x06');
INSERT INTO recovery_codes VALUES ('r1', 'a1', '\x07', '\x08'), ('r2', 'a2', '\x09', '\x0a');
INSERT INTO sessions VALUES ('s1', '\x0b', '\x0c', '2026-03-01'), ('s2', '\x0d', '\x0e', '2026-03-02');
INSERT INTO topics (id, slug, group_id, position, staff_only, texts) VALUES
  ('g1', 'between-sessions', NULL, 0, false, '{"en": {"name": "Between sessions"}, "nb": {"name": "Mellom timene"}}'),
  ('t1', 'email-and-text', 'g1', 0, false, '{"en": {"name": "E-mail and text"}, "nb": {"name": "E-post og SMS"}}'),
  ('t2', 'staff', NULL, 1, true, '{"en": {"name": "Staff"}, "nb": {"name": "Stab"}}');
INSERT INTO threads (id, scope_id, slug, topic_id, kind, language, title, content_warning, situation, what_i_have_tried, question,
    perspective, state, lock_reason, locked_at, last_number, reply_count, client_replies, view_count, created_at, last_activity_at,
    external_ref, form_key) VALUES
  ('h1', 'c1', 'a-letter', 't1', 'dilemma', 'en', 'A letter', 'grief', 'It came.', 'Waiting.', 'Answer it?',
    'client', 'published', NULL, NULL, 2, 1, 1, 40, '2026-02-01 10:00Z', '2026-02-02 11:00Z', 'old:1', 'k1'),
  ('h2', 'c2', 'stengt', 't1', 'discussion', 'nb', 'Stengt «tråd»', NULL, NULL, NULL, NULL,
    'therapist', 'hidden', 'Done', '2026-02-05 00:00Z', 1, 0, 0, 0, '2026-02-03 12:00Z', '2026-02-03 12:00Z', NULL, NULL);
INSERT INTO thread_scopes VALUES ('h1', 'c1'), ('h2', 'c2');
INSERT INTO personas (id, scope_id, seal, ledger_tag, alias) VALUES
  ('p1', 'c1', '\x11', '\x12', 'Linden'), ('p2', 'c2', '\x13', '\x14', 'Rowan');
INSERT INTO posts (id, thread_id, number, author_id, persona_id, perspective, language, state, state_reason, body, html, text,
    render_version, version, quote_of_id, edited_by, edited_at, edit_reason, created_at, form_key) VALUES
  ('o1', 'h1', 1, NULL, 'p1', 'client', 'en', 'published', NULL, 'It *came*.', '<p>It <em>came</em>.</p>', 'It came.',
    1, 2, NULL, 'author', '2026-02-01 11:00Z', 'Shorter', '2026-02-01 10:00Z', 'k1'),
  ('o2', 'h1', 2, 'a1', NULL, 'client', 'en', 'published', NULL, 'Yes 🪑', '<p>Yes 🪑</p>', 'Yes 🪑',
    1, 1, 'o1', NULL, NULL, NULL, '2026-02-02 11:00Z', NULL),
  ('o3', 'h2', 1, NULL, 'p2', 'therapist', 'nb', 'hidden', 'Named somebody', 'Hei', '<p>Hei</p>', 'Hei',
    1, 1, NULL, NULL, NULL, NULL, '2026-02-03 12:00Z', NULL);
INSERT INTO revisions (id, post_id, version, body, title, by, moderator_id, reason, public_diff, created_at) VALUES
  ('v1', 'o1', 1, 'It came!', 'A letter', 'author', NULL, NULL, true, '2026-02-01 10:00Z'),
  ('v2', 'o3', 1, 'Hei', NULL, 'moderator', 'a2', 'Named somebody', false, '2026-02-03 12:00Z');
INSERT INTO moderation_actions (id, kind, reason, thread_id, post_id, version, moderator_id, created_at) VALUES
  ('m1', 'hide', 'Named somebody', 'h2', 'o3', NULL, 'a2', '2026-02-04 00:00Z'),
  ('m2', 'lock', 'Done', 'h2', NULL, NULL, 'a2', '2026-02-05 00:00Z');
INSERT INTO outbox (id, entity, entity_id, attempts, claimed_until) VALUES
  ('q1', 'post', 'o1', 0, NULL), ('q2', 'thread', 'h1', 3, '2026-02-05 00:00Z');
INSERT INTO settings VALUES ('forum.name', '"Both Chairs"'), ('holds', '{"newcomers": true}');
