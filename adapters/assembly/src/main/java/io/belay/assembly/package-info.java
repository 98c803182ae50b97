/** Who is joined to whom: functions to adapters, by name, in Spring Cloud Function's catalog. */
@NullMarked
package io.belay.assembly;

import org.jspecify.annotations.NullMarked;
