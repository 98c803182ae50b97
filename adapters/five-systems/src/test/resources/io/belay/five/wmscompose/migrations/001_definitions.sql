CREATE TABLE composition_definitions (
  id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY, name text NOT NULL, is_active boolean NOT NULL DEFAULT true
);
