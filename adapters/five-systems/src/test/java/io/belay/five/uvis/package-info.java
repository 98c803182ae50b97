/** UVIS on ECS, small: two services, PostgreSQL, Redis, a load balancer, and what watches over them. */
@org.jspecify.annotations.NullMarked
package io.belay.five.uvis;
