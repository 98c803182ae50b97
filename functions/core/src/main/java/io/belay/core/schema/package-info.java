/** What a database is made of: a canonical picture of its schema, and the port that reads one. */
@NullMarked
package io.belay.core.schema;

import org.jspecify.annotations.NullMarked;
