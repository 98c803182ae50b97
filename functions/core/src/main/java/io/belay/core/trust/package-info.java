/** Whom a connection over TLS believes where a system file names no authorities of its own. */
@NullMarked
package io.belay.core.trust;

import org.jspecify.annotations.NullMarked;
