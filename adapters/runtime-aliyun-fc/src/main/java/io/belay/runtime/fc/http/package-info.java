/**
 * A small HTTP/1.1 server (RFC 9110, RFC 9112) that knows nothing of Belay.
 *
 * <p>It is our own for the sake of two things. One is a cold start: the JDK's server takes a sixth of it, since it writes its
 * {@code Date} through a formatter that reads locale data, and looks for a logger. Nothing here reads locale data, logs, or
 * compiles a pattern. The other is safety: what is between a proxy and what it takes for one request must be read in one way
 * only, or one caller's bytes become the head of another's request. So whatever the two RFCs let a server refuse is refused.
 */
@NullMarked
package io.belay.runtime.fc.http;

import org.jspecify.annotations.NullMarked;
