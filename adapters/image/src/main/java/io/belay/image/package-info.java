/** What trains the images' AOT caches, and what checks the images. None of it is in them. */
@NullMarked
package io.belay.image;

import org.jspecify.annotations.NullMarked;
