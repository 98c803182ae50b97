/** Log Service: a signature and faults of its own. */
@NullMarked
package io.belay.adapter.aliyun.sls;

import org.jspecify.annotations.NullMarked;
