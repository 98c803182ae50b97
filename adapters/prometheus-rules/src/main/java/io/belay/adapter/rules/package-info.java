/** Alarms as Prometheus' rules in a file, and receivers as Alertmanager's configuration. */
@NullMarked
package io.belay.adapter.rules;

import org.jspecify.annotations.NullMarked;
