/** Hosts elsewhere. */
@NullMarked
package io.belay.core.host;

import org.jspecify.annotations.NullMarked;
