/** A group of DingTalk, told through its robot. */
@NullMarked
package io.belay.adapter.aliyun.dingtalk;

import org.jspecify.annotations.NullMarked;
