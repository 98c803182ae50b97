/** Harbor, a shipping-orders service: the small but real system that the demo looks at. */
@NullMarked
package io.belay.demo.harbor;

import org.jspecify.annotations.NullMarked;
