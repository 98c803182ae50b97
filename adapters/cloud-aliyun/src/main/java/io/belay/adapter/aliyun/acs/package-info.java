/** Requests to Alibaba Cloud's APIs, signed with ACS3-HMAC-SHA256. */
@NullMarked
package io.belay.adapter.aliyun.acs;

import org.jspecify.annotations.NullMarked;
