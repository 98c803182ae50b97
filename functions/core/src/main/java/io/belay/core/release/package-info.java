/** What serves, what served well before, and what is remembered of it on the thing itself. */
@NullMarked
package io.belay.core.release;

import org.jspecify.annotations.NullMarked;
