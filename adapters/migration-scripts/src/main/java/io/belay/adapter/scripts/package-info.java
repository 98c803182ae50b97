/** Migration scripts from a folder or a jar, read as each tool reads them, and judged statement by statement. */
@NullMarked
package io.belay.adapter.scripts;

import org.jspecify.annotations.NullMarked;
