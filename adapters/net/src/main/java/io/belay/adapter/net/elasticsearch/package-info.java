/** Asks Elasticsearch, or OpenSearch, for its cluster's health. */
@NullMarked
package io.belay.adapter.net.elasticsearch;

import org.jspecify.annotations.NullMarked;
