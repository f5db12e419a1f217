INSERT INTO threads (id, scope_id, slug, topic_id, kind, language, title, perspective, closes_after_days, merged_into_id, created_at,
    last_activity_at) VALUES
  ('h4', 'c4', 'merged', 't1', 'dilemma', 'en', 'Merged', 'client', 30, 'h1', '2026-05-01 10:00Z', '2026-05-01 10:00Z');
INSERT INTO post_former_places VALUES ('h4', 1, 'o2');
INSERT INTO holds VALUES ('o3', '{newcomer,links}', '{w1}', true, false);
INSERT INTO pending_edits (post_id, from_version, body, reason, created_at) VALUES ('o2', 1, 'Yes!', 'Milder', '2026-05-01 11:00Z');
INSERT INTO word_rules VALUES ('w1', '*@*', 'hold', 'Addresses');
INSERT INTO moderation_actions (id, kind, reason, thread_id, moderator_id, after_number, from_topic_id, to_topic_id, other_thread_id,
    created_at) VALUES
  ('m6', 'split', 'Two questions', 'h1', 'a2', 2, 't1', 't3', 'h4', '2026-05-02 10:00Z');
INSERT INTO sanctions (id, account_id, kind, action_id, reason, created_at, lifted_at) VALUES
  ('b3', 'a1', 'warning', 'm6', 'Kinder, please', '2026-05-02 11:00Z', '2026-05-03 11:00Z');
INSERT INTO appeals VALUES ('x1', 'm1', 'It was my own name', '2026-05-02 10:00Z', 'granted', 'So it was', '2026-05-03 10:00Z', 'a3');
INSERT INTO verification_requests VALUES ('y1', 'a1', 'therapist', 'en', 'On the register', '2026-05-04 10:00Z');
INSERT INTO queue_items (id, kind, appeal_id, verification_id, batch_id, risk, opened_at) VALUES
  ('i3', 'appeal', 'x1', NULL, NULL, 1, '2026-05-02 10:00Z'), ('i4', 'verification', NULL, 'y1', 'z1', 0, '2026-05-04 10:00Z');
