/** What a call costs on both clouds, by the size of the instance: durations measured under that size's limits, times published prices. */
@NullMarked
package io.belay.bench.cost;

import org.jspecify.annotations.NullMarked;
