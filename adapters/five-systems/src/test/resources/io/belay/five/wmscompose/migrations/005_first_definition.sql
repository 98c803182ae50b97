INSERT INTO composition_definitions (name) VALUES ('inbound');
INSERT INTO users (username, password) VALUES ('belay', sha256('change-me'));
