/** Is every part of the system well? */
@NullMarked
package io.belay.health;

import org.jspecify.annotations.NullMarked;
