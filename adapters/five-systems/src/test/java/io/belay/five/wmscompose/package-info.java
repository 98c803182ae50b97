/** WMS's composition system on a host of docker compose, small: its compose file says which image answers. */
@org.jspecify.annotations.NullMarked
package io.belay.five.wmscompose;
