/** A whole system as its file describes it. */
@NullMarked
package io.belay.core.system;

import org.jspecify.annotations.NullMarked;
