/** Databases that are held against a release: ledgers, schema, rows and latencies, read in one transaction. */
@NullMarked
package io.belay.adapter.jdbc.migration;

import org.jspecify.annotations.NullMarked;
