-- Belongs to a release that is not out yet: the running one still writes "destination".
ALTER TABLE orders RENAME COLUMN destination TO port_of_call;
