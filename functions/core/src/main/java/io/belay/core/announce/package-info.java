/** Telling people and machines what was done. */
@NullMarked
package io.belay.core.announce;

import org.jspecify.annotations.NullMarked;
