/** Releases of Function Compute 3.0: aliases, images, and the stop. */
@NullMarked
package io.belay.adapter.aliyun.fc;

import org.jspecify.annotations.NullMarked;
