/** The recorded baseline of a schema: one JSON file, an entry a line. */
@NullMarked
package io.belay.adapter.report.baseline;

import org.jspecify.annotations.NullMarked;
