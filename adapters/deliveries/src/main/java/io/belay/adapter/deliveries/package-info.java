/** Alarms and timers as they are delivered: a strict decoder for each shape. */
@NullMarked
package io.belay.adapter.deliveries;

import org.jspecify.annotations.NullMarked;
