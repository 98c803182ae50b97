/** Deployments of Kubernetes, on any cluster, whose pods can be put back. */
@NullMarked
package io.belay.adapter.kubernetes;

import org.jspecify.annotations.NullMarked;
