/** Belay looking at a small real system, all on one machine. */
@NullMarked
package io.belay.demo;

import org.jspecify.annotations.NullMarked;
