/** Brings the alarms that are to the alarms that should be: plans, applies, finds drift, drills. */
@NullMarked
package io.belay.alarmsetup;

import org.jspecify.annotations.NullMarked;
