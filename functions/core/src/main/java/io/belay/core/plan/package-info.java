/** What is, what should be, and the changes from the one to the other. */
@NullMarked
package io.belay.core.plan;

import org.jspecify.annotations.NullMarked;
