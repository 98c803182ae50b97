package io.belay.adapter.aws.testkit;

import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/** What is sent back. */
record Answer(int status, String type, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer json(Map<String, ?> body) {
        return new Answer(200, "application/json", JSON.writeValueAsString(body));
    }

    static Answer json10(Map<String, ?> body) {
        return new Answer(200, "application/x-amz-json-1.0", JSON.writeValueAsString(body));
    }

    static Answer json11(Map<String, ?> body) {
        return new Answer(200, "application/x-amz-json-1.1", JSON.writeValueAsString(body));
    }

    static Answer xml(String body) {
        return new Answer(200, "text/xml", "<?xml version=\"1.0\"?>\n" + body);
    }

    static Answer nothing() {
        return new Answer(204, "application/json", "");
    }
}
