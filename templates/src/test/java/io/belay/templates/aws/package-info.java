/** What holds the templates of AWS to what AWS takes, and to one another. */
@NullMarked
package io.belay.templates.aws;

import org.jspecify.annotations.NullMarked;
