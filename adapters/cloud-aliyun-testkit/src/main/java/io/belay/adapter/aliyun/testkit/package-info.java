/** Alibaba Cloud's side of the wire, on loopback: it verifies signatures, keeps state, and fails on request. */
@NullMarked
package io.belay.adapter.aliyun.testkit;

import org.jspecify.annotations.NullMarked;
