INSERT INTO mail_links VALUES ('a4', 'moss@example.org', 'nb', 'daily', 'k2', true, '2026-07-01', 1);
INSERT INTO mail_follows VALUES ('a4', 'h1', 3);
INSERT INTO mail_letters VALUES ('00000000-0000-4000-8000-000000000001', 'a4', 'news', '2026-07-02');
