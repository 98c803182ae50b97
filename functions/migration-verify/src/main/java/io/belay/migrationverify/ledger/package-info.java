/** How a ledger stands to what a release ships and expects. Pure: it asks nobody. */
@NullMarked
package io.belay.migrationverify.ledger;

import org.jspecify.annotations.NullMarked;
