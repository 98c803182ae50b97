package io.belay.adapter.aws;

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

    boolean answersXml() {
        return this == QUERY || this == REST_XML;
    }
}
