/** One exchange over HTTP with a bound on its time, and the JSON that it carries. */
@NullMarked
package io.belay.adapter.aliyun.http;

import org.jspecify.annotations.NullMarked;
