/** What breaks a rule of the house, to show that the rule bites. */
@NullMarked
package io.belay.core.planted;

import org.jspecify.annotations.NullMarked;
