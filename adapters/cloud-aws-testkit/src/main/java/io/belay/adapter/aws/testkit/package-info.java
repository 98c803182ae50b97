/** The parts of AWS that Belay calls, on loopback: they keep state, and refuse what AWS refuses. */
@NullMarked
package io.belay.adapter.aws.testkit;

import org.jspecify.annotations.NullMarked;
