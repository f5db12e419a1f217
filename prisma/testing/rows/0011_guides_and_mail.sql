INSERT INTO threads (id, scope_id, slug, topic_id, kind, language, title, perspective, is_retired, replaced_by_id, created_at,
    last_activity_at) VALUES
  ('h5', 'c5', 'old-guide', 't1', 'guide', 'nb', 'En veiledning', 'therapist', true, 'h1', '2026-06-01 10:00Z', '2026-06-01 10:00Z');
INSERT INTO moderation_actions (id, kind, reason, thread_id, moderator_id, created_at) VALUES
  ('m7', 'retire', 'There is a newer one', 'h5', 'a3', '2026-06-02 10:00Z');
