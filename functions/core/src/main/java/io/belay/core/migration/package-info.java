/** Where a release expects its databases to be, and what there is to be asked of one. */
@NullMarked
package io.belay.core.migration;

import org.jspecify.annotations.NullMarked;
