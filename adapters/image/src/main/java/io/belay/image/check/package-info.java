/** Starts the images as a platform would, and holds what is promised of them. */
@NullMarked
package io.belay.image.check;

import org.jspecify.annotations.NullMarked;
