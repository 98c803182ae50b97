/** Hosts that Cloud Assistant reaches. */
@NullMarked
package io.belay.adapter.aliyun.ecs;

import org.jspecify.annotations.NullMarked;
