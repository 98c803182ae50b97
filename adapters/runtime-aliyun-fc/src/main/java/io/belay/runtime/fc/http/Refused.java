package io.belay.runtime.fc.http;

import java.io.IOException;

/** What came is no request that is taken, and what follows it on its connection cannot be told apart from it. */
public final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String place;

    /**
     * Said without any word of the caller's.
     *
     * @param status 400, 408, 413, 414, 417, 431, 501, 503 or 505
     * @param place where in the request
     * @param message what was found and what was meant
     */
    Refused(int status, String place, String message) {
        super(message);
        this.status = status;
        this.place = place;
    }

    /** The HTTP status that says so. */
    public int status() {
        return status;
    }

    /** Where in the request. */
    public String place() {
        return place;
    }
}
