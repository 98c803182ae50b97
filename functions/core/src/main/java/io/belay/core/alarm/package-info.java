/** Alarms as they ring, and how they are asked whether they still do. */
@NullMarked
package io.belay.core.alarm;

import org.jspecify.annotations.NullMarked;
