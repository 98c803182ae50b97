/** Makes one module of all jars, for {@code jlink} to link with the Java of an image. */
@NullMarked
package io.belay.image.link;

import org.jspecify.annotations.NullMarked;
