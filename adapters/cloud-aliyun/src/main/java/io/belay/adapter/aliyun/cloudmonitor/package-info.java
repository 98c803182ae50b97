/** The alarms of CloudMonitor 1.0. */
@NullMarked
package io.belay.adapter.aliyun.cloudmonitor;

import org.jspecify.annotations.NullMarked;
