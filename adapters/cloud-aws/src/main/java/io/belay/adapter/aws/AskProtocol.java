package io.belay.adapter.aws;

import io.belay.core.document.Document;

/** The protocols in which AWS's services are asked ("AWS protocols" of the Smithy documentation). */
enum AskProtocol {
    /** A form with Action and Version; the answer is XML. */
    QUERY,
    /** JSON with a target in a header. */
    JSON,
    /** A path; the answer is JSON. */
    REST_JSON,
    /** A path; the answer is XML. */
    REST_XML;

    /** Whether a path says what is asked, and not the name of an action. */
    boolean byPath() {
        return this == REST_JSON || this == REST_XML;
    }

    /**
     * What a service answered, or refused with.
     *
     * @throws IllegalArgumentException where it cannot be read
     */
    Document read(String text) {
        return this == QUERY || this == REST_XML ? XmlDocument.read(text) : JsonDocument.read(text);
    }
}
