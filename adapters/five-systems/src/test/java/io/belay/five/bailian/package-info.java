/** Bailian's backend on ACK, small: a Deployment, its database and its cache, and what answers before them. */
@org.jspecify.annotations.NullMarked
package io.belay.five.bailian;
