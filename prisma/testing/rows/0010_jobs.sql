SELECT pgboss.create_queue('hourly', '{"policy": "short"}');
INSERT INTO pgboss.job (name, state) VALUES ('hourly', 'created');
