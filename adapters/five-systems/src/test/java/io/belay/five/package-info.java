/** The five systems of templates/examples, small and on loopback: deployed, broken, and put back. */
@org.jspecify.annotations.NullMarked
package io.belay.five;
