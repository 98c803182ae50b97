CREATE TABLE orders (
    id          uuid PRIMARY KEY,
    ref         text NOT NULL UNIQUE,
    destination text NOT NULL,
    placed_by   text NOT NULL REFERENCES users (name),
    placed_at   timestamptz NOT NULL DEFAULT now()
);
