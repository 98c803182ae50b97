/** Asks Grafana whether it and its database are well. */
@NullMarked
package io.belay.adapter.net.grafana;

import org.jspecify.annotations.NullMarked;
