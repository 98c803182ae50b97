/** Is every database where the release expects it? */
@NullMarked
package io.belay.migrationverify;

import org.jspecify.annotations.NullMarked;
