/** Lambda called: the handlers, and the shapes of event they read. */
@NullMarked
package io.belay.runtime.lambda;

import org.jspecify.annotations.NullMarked;
