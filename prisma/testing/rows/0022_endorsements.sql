INSERT INTO endorsements VALUES ('\x24', 'o2', 'practitioner');
INSERT INTO endorsement_counts VALUES ('o2', 'practitioner', 1);
