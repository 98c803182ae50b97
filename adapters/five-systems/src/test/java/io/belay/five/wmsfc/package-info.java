/** WMS's command service on Function Compute, small: MariaDB for its RDS, and a cloud that says which image answers. */
@org.jspecify.annotations.NullMarked
package io.belay.five.wmsfc;
