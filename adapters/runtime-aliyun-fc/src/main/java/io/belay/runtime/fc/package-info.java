/** Function Compute called: the custom-runtime protocol on port 9000, and the handlers behind it. */
@NullMarked
package io.belay.runtime.fc;

import org.jspecify.annotations.NullMarked;
