/** ServeML, small: a backend on ECS, a function that serves models, a record that leads to them. */
@org.jspecify.annotations.NullMarked
package io.belay.five.serveml;
