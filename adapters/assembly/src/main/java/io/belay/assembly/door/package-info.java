/** What every door has in common: a call comes in, a request is read strictly, an answer goes out. */
@NullMarked
package io.belay.assembly.door;

import org.jspecify.annotations.NullMarked;
