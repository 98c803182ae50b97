/** What a database remembers of the migrations that were applied to it. */
@NullMarked
package io.belay.core.ledger;

import org.jspecify.annotations.NullMarked;
