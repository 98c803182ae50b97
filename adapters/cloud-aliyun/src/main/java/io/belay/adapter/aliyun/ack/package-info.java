/** Clusters of Container Service for Kubernetes. */
@NullMarked
package io.belay.adapter.aliyun.ack;

import org.jspecify.annotations.NullMarked;
