/** One run of a function over many subjects: all at once, by a deadline, with a report that is there whatever they do. */
@NullMarked
package io.belay.core.round;

import org.jspecify.annotations.NullMarked;
