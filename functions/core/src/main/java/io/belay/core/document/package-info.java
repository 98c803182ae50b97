/** What an API answered, as a tree, and the paths by which a system file asks it. */
@NullMarked
package io.belay.core.document;

import org.jspecify.annotations.NullMarked;
