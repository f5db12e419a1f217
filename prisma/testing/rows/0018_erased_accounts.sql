INSERT INTO erased_accounts VALUES ('\x23');
