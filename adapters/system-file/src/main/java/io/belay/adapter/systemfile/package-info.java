/** The YAML system file: read into core's types, published as a JSON Schema, its secrets put in by reference. */
@NullMarked
package io.belay.adapter.systemfile;

import org.jspecify.annotations.NullMarked;
