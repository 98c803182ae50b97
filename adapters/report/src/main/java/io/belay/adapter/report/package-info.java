/** One report, five faces: JSON, terminal, HTML, JUnit XML and Prometheus text. */
@NullMarked
package io.belay.adapter.report;

import org.jspecify.annotations.NullMarked;
