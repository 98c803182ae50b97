/** What the small systems answer with, on loopback: HTTP, TLS, WebSocket, DNS, and what watches over them. */
@org.jspecify.annotations.NullMarked
package io.belay.five.loopback;
