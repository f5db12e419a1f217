INSERT INTO search_documents VALUES
  ('o1', 'h1', true, 'g1', 't1', 'client', 'dilemma', 'en', 20485, 20486, 1, false, 2, 'f1', 'came:2 letter:1A');
INSERT INTO search_texts VALUES ('o1', 'A letter', 'It came.');
INSERT INTO search_words VALUES ('letter', 'en', 'letter', 1), ('came', 'en', 'came', 1);
