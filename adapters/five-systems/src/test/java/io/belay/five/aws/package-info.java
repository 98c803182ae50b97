/** What the small systems on AWS share: who runs Belay for them, and what passes their load balancers. */
@org.jspecify.annotations.NullMarked
package io.belay.five.aws;
