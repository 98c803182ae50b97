CREATE TABLE users (id bigserial PRIMARY KEY, email text UNIQUE NOT NULL, password text NOT NULL, name text NOT NULL);
CREATE TABLE vehicles (id bigserial PRIMARY KEY, plate text NOT NULL);
CREATE TABLE drivers (id bigserial PRIMARY KEY, name text NOT NULL);
CREATE TABLE routes (id bigserial PRIMARY KEY, name text NOT NULL);
CREATE TABLE dispatches (
  id bigserial PRIMARY KEY,
  vehicle_id bigint NOT NULL REFERENCES vehicles,
  driver_id bigint NOT NULL REFERENCES drivers,
  route_id bigint NOT NULL REFERENCES routes,
  note text);
CREATE TABLE dispatch_files (dispatch_id bigint NOT NULL REFERENCES dispatches ON DELETE CASCADE, content text NOT NULL);
CREATE INDEX dispatches_vehicle ON dispatches (vehicle_id);
CREATE INDEX dispatches_driver ON dispatches (driver_id);
CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);
INSERT INTO alembic_version VALUES ('8c2e91f07d54');
INSERT INTO vehicles (plate) VALUES ('11GA1111'), ('22NA2222');
INSERT INTO drivers (name) VALUES ('Kim'), ('Lee');
INSERT INTO routes (name) VALUES ('Busan - Seoul');
GRANT SELECT ON ALL TABLES IN SCHEMA public TO belay;
