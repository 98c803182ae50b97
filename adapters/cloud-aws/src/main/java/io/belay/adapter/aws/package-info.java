/** Release targets, alarms and announcements on AWS. */
@NullMarked
package io.belay.adapter.aws;

import org.jspecify.annotations.NullMarked;
