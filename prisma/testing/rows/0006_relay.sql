INSERT INTO outbox (id, entity, entity_id, stage) VALUES ('q3', 'post', 'o2', 'relay');
INSERT INTO search_rebuilds VALUES ('meilisearch', '2026-05-05 10:00Z');
