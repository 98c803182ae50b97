/** A compose project on a host elsewhere, worked on by one fixed script. */
@NullMarked
package io.belay.adapter.compose.remote;

import org.jspecify.annotations.NullMarked;
