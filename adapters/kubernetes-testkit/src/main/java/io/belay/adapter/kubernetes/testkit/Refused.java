package io.belay.adapter.kubernetes.testkit;

import java.util.Optional;

/** What the server answers in place of doing it: the {@code Status} of "API Conventions", response status kind. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final String reason;

    Refused(int code, String reason, String message) {
        super(message);
        this.code = code;
        this.reason = reason;
    }

    static Refused invalid(String name, String why) {
        return new Refused(422, "Invalid", "Deployment.apps \"" + name + "\" is invalid: " + why);
    }

    static Refused missing(String resource, String name) {
        return new Refused(404, "NotFound", resource + " \"" + name + "\" not found");
    }

    static Refused forbidden(
            String user, String verb, String resource, String group, String name, Optional<String> namespace) {
        return new Refused(
                403,
                "Forbidden",
                resource + (group.isEmpty() ? " " : "." + group + " ") + (name.isEmpty() ? "" : "\"" + name + "\" ")
                        + "is forbidden: User \"" + user + "\" cannot " + verb + " resource \"" + resource
                        + "\" in API group \"" + group + "\""
                        + namespace
                                .map(each -> " in the namespace \"" + each + "\"")
                                .orElse(" at the cluster scope"));
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
