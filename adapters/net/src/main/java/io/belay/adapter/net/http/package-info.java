/** Asks over HTTP, hop by hop and within bounds; the other kinds that speak HTTP share its client. */
@NullMarked
package io.belay.adapter.net.http;

import org.jspecify.annotations.NullMarked;
