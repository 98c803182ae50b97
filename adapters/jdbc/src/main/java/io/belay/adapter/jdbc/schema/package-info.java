/** Schemas: what a PostgreSQL, MySQL or MariaDB database is made of, in canonical words. */
@NullMarked
package io.belay.adapter.jdbc.schema;

import org.jspecify.annotations.NullMarked;
