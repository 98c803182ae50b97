/** The command line: who called is a person or a pipeline. */
@NullMarked
package io.belay.runtime.cli;

import org.jspecify.annotations.NullMarked;
