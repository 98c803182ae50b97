/** Shakes hands for a WebSocket and waits for its first message. */
@NullMarked
package io.belay.adapter.net.websocket;

import org.jspecify.annotations.NullMarked;
