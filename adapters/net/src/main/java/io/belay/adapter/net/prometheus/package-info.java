/** Asks Prometheus what it sees, and Alertmanager whether it takes alerts. */
@NullMarked
package io.belay.adapter.net.prometheus;

import org.jspecify.annotations.NullMarked;
