/** From an alarm on an AWS to the release that is put back, through the handlers as they are deployed. */
@org.jspecify.annotations.NullMarked
package io.belay.chain;
