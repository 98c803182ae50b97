/** Asks whether a TCP port is open, and what is said there. */
@NullMarked
package io.belay.adapter.net.tcp;

import org.jspecify.annotations.NullMarked;
