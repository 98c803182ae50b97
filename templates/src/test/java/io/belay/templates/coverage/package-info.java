/** Holds each of the five systems' files to the checklist that it came from, line by line. */
@NullMarked
package io.belay.templates.coverage;

import org.jspecify.annotations.NullMarked;
