CREATE TABLE orders (id bigint PRIMARY KEY, ref varchar(64) NOT NULL);
