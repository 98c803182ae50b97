/** Asks any API of Alibaba Cloud what there is, and CloudMonitor what it measured; changes nothing. */
@NullMarked
package io.belay.adapter.aliyun.ask;

import org.jspecify.annotations.NullMarked;
