/** Databases: how a connection to one is opened, and whether it is well. */
@NullMarked
package io.belay.adapter.jdbc;

import org.jspecify.annotations.NullMarked;
