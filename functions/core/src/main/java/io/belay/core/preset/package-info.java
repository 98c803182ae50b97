/** Alarms that are worth having on a kind of thing, with the threshold of each and whom it comes from. */
@NullMarked
package io.belay.core.preset;

import org.jspecify.annotations.NullMarked;
