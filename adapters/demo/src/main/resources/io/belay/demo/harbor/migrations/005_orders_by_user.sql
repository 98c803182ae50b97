-- Whoever places many orders looks them up as well.
CREATE INDEX orders_by_user ON orders (placed_by);
