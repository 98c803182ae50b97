/** Holds the system file's reader and schema to their claims. */
@NullMarked
package io.belay.adapter.systemfile;

import org.jspecify.annotations.NullMarked;
