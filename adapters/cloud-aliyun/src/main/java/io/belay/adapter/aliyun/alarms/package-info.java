/** What watches over a system on Alibaba Cloud, as CloudMonitor and Log Service keep it. */
@NullMarked
package io.belay.adapter.aliyun.alarms;

import org.jspecify.annotations.NullMarked;
