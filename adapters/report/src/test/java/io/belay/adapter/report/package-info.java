/** The faces, each with well-meant and with hostile reports. */
@NullMarked
package io.belay.adapter.report;

import org.jspecify.annotations.NullMarked;
