package io.belay.adapter.kubernetes;

import io.belay.core.Fault;

/** What an API server says where it does not do what was asked ("API Conventions", HTTP status codes and response kinds). */
final class Refusal {
    private static final int LONGEST = 400;

    private Refusal() {}

    static Fault of(int status, String body, String retryAfter) {
        var said = Json.read(body).flatMap(each -> each.text("message")).orElse("");
        var words = "HTTP " + status
                + (said.isEmpty() ? "" : ": " + said.substring(0, Math.min(said.length(), LONGEST)))
                + (retryAfter.isEmpty() ? "" : " (ask again in " + retryAfter + " s)");
        return new Fault(kind(status), words);
    }

    private static Fault.Kind kind(int status) {
        return switch (status) {
            case 401, 403 -> Fault.Kind.DENIED;
            case 404 -> Fault.Kind.NOT_FOUND;
            // 410: the rest of a list that was changed while it was read in pages.
            case 409, 410, 412 -> Fault.Kind.CONFLICT;
            case 408, 504 -> Fault.Kind.TIMED_OUT;
            case 429 -> Fault.Kind.THROTTLED;
            default -> status >= 500 ? Fault.Kind.UNREACHABLE : Fault.Kind.REJECTED;
        };
    }
}
