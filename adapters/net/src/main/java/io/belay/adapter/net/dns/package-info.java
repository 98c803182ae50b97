/** Asks a resolver for records. */
@NullMarked
package io.belay.adapter.net.dns;

import org.jspecify.annotations.NullMarked;
