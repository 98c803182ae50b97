/** Holds {@code templates/aliyun} to what Alibaba Cloud takes, to itself, and to what the READMEs promise. */
@NullMarked
package io.belay.templates.aliyun;

import org.jspecify.annotations.NullMarked;
