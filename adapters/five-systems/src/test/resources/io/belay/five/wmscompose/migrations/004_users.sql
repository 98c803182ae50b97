CREATE TABLE users (username text PRIMARY KEY, password bytea NOT NULL);
