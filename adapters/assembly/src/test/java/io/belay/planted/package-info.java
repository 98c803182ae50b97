/** What breaks a rule of the house, to show that the rule bites. */
@NullMarked
package io.belay.planted;

import org.jspecify.annotations.NullMarked;
