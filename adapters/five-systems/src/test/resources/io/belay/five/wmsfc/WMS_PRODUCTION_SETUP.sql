INSERT INTO users (username, password) VALUES ('belay', SHA2('change-me', 256));
