/** Puts a release back: once, on a revision known to be good, for a cause, and proves it. */
@NullMarked
package io.belay.rollback;

import org.jspecify.annotations.NullMarked;
