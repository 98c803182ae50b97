/** Asks a Redis server whether it is well. */
@NullMarked
package io.belay.adapter.net.redis;

import org.jspecify.annotations.NullMarked;
