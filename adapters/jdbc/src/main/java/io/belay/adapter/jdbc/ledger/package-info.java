/** Migration tools' own tables: where they stand, what stands in them, and who holds their locks. */
@NullMarked
package io.belay.adapter.jdbc.ledger;

import org.jspecify.annotations.NullMarked;
