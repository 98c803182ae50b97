/** Servers that the demo brings along and starts by itself: PostgreSQL, Redis, and a certificate for TLS. */
@NullMarked
package io.belay.demo.server;

import org.jspecify.annotations.NullMarked;
