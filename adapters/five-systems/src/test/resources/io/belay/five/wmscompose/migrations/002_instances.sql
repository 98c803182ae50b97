CREATE TABLE composition_instances (
  id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  definition_id integer NOT NULL REFERENCES composition_definitions (id),
  instance_data jsonb NOT NULL
);
