/** A topic of MNS, which passes on what it is told. */
@NullMarked
package io.belay.adapter.aliyun.mns;

import org.jspecify.annotations.NullMarked;
