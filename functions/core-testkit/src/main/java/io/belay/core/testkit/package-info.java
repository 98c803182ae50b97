/** Every port in memory, and the contract that each adapter must pass. */
@NullMarked
package io.belay.core.testkit;

import org.jspecify.annotations.NullMarked;
