/** Reads JSON that a stranger wrote, asks it by path, and writes JSON that nobody can inject into. */
@NullMarked
package io.belay.adapter.net.json;

import org.jspecify.annotations.NullMarked;
