/** What a store of alarms is made of where several APIs keep its things: a shelf for each, and the laws that they share. */
@NullMarked
package io.belay.core.shelf;

import org.jspecify.annotations.NullMarked;
