/** The words every part of Belay shares: verdicts, findings, reports, deadlines and faults. */
@NullMarked
package io.belay.core;

import org.jspecify.annotations.NullMarked;
