/** A cluster's API server and its controller of Deployments, in this process and on loopback. */
@NullMarked
package io.belay.adapter.kubernetes.testkit;

import org.jspecify.annotations.NullMarked;
