/** Measures how long it takes from the start of a process until its first answer, beside peers that are asked the same. */
@NullMarked
package io.belay.bench.cold;

import org.jspecify.annotations.NullMarked;
