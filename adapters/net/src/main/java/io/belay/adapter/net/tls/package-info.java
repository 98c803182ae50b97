/** Asks for a server's certificates and protocols, and judges them apart from the handshake. */
@NullMarked
package io.belay.adapter.net.tls;

import org.jspecify.annotations.NullMarked;
