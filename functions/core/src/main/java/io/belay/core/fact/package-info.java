/** What a probe can measure, and what a system file can ask of it. */
@NullMarked
package io.belay.core.fact;

import org.jspecify.annotations.NullMarked;
