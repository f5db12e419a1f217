INSERT INTO topics (id, slug, group_id, position, texts, is_retired) VALUES
  ('t3', 'letters', 'g1', 2, '{"en": {"name": "Letters"}, "nb": {"name": "Brev"}}', true);
INSERT INTO topic_aliases VALUES ('sms', 't1');
INSERT INTO threads (id, scope_id, slug, topic_id, kind, language, title, perspective, answer_id, pinned_until, created_at,
    last_activity_at) VALUES
  ('h3', 'c3', 'pinned', 't1', 'dilemma', 'en', 'Pinned', 'client', 'o2', '2026-06-01 00:00Z', '2026-04-01 10:00Z', '2026-04-01 10:00Z');
INSERT INTO flags (id, tag, post_id, post_version, reason, created_at, outcome) VALUES
  ('l3', '\x21', 'o2', 1, 'offTopic', '2026-04-01 10:00Z', 'dismissed');
INSERT INTO moderation_actions (id, kind, reason, thread_id, moderator_id, reverts_id, created_at) VALUES
  ('m4', 'pin', 'For a month', 'h3', 'a2', NULL, '2026-04-02 10:00Z'), ('m5', 'unlock', 'Reopened', 'h2', 'a3', 'm2', '2026-04-02 11:00Z');
INSERT INTO about_me_requests VALUES ('u1', '/posts/o1', 'That is me', 'me@example.org', '2026-04-03 10:00Z');
INSERT INTO queue_items (id, kind, post_id, request_id, risk, opened_at, closed_at, outcome, claimed_by_id, claimed_until, version)
VALUES
  ('i1', 'flags', 'o2', NULL, 2, '2026-04-01 10:00Z', NULL, NULL, 'a2', '2026-04-01 11:00Z', 2),
  ('i2', 'aboutMe', NULL, 'u1', 5, '2026-04-03 10:00Z', '2026-04-04 10:00Z', 'acted', NULL, NULL, 3);
INSERT INTO queue_notes VALUES ('n1', 'i1', 'a2', 'Asked a colleague', '2026-04-01 11:00Z');
