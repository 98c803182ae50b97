/** How Alibaba Cloud is written in a system file. */
@NullMarked
package io.belay.adapter.aliyun;

import org.jspecify.annotations.NullMarked;
