ALTER TABLE orders ADD COLUMN destination varchar(64);
