/** Measures what Belay promises of time, in ratios wherever there is something to compare with. */
@NullMarked
package io.belay.bench;

import org.jspecify.annotations.NullMarked;
