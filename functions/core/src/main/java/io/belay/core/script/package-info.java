/** Migration scripts as they ship: their names, order and checksums, and whether the release before can live with each. */
@NullMarked
package io.belay.core.script;

import org.jspecify.annotations.NullMarked;
