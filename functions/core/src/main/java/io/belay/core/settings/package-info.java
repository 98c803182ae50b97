/** How a block of the system file is written, and its values once read. */
@NullMarked
package io.belay.core.settings;

import org.jspecify.annotations.NullMarked;
