/** The bill of materials of an image: what Maven says of the libraries, with Java and the packages of the base beside it. */
@NullMarked
package io.belay.image.bill;

import org.jspecify.annotations.NullMarked;
