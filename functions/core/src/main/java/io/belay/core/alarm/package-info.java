/** Alarms: as they ring, how they are asked whether they still do, and as they should be. */
@NullMarked
package io.belay.core.alarm;

import org.jspecify.annotations.NullMarked;
