/** Checks and scenarios: what the system file wants to be true. */
@NullMarked
package io.belay.core.check;

import org.jspecify.annotations.NullMarked;
