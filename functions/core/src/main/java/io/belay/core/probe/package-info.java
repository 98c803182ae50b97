/** The port through which a target is asked once. */
@NullMarked
package io.belay.core.probe;

import org.jspecify.annotations.NullMarked;
