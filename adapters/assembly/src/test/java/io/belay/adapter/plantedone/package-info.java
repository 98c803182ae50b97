/** What breaks a rule of the house, to show that the rule bites. */
@NullMarked
package io.belay.adapter.plantedone;

import org.jspecify.annotations.NullMarked;
