/** What watches over a system, shown on a small AWS of this machine. */
@NullMarked
package io.belay.demo.watch;

import org.jspecify.annotations.NullMarked;
