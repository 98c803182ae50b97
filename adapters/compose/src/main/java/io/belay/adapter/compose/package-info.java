/** A host that runs docker compose, whose images can be put back. */
@NullMarked
package io.belay.adapter.compose;

import org.jspecify.annotations.NullMarked;
