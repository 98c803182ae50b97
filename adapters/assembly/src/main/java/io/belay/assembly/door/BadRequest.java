package io.belay.assembly.door;

/** A call that cannot be understood: nothing was asked and nothing changed. */
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String place;
    private final String logged;

    /**
     * A fault of the caller's, said without any word of the caller's.
     *
     * @param status of 4xx; of 5xx where what was asked for cannot be had here
     * @param place where in the call: {@code $.only[1]}
     * @param message what was found and what was meant
     */
    public BadRequest(int status, String place, String message) {
        this(status, place, message, place + ": " + message);
    }

    private BadRequest(int status, String place, String message, String logged) {
        super(message, null, false, false);
        this.status = status;
        this.place = place;
        this.logged = logged;
    }

    static BadRequest at(String place, String message) {
        return new BadRequest(400, place, message);
    }

    /** A fault whose place or message repeats what the caller sent; {@code logged} says it without. */
    static BadRequest quoting(String place, String message, String logged) {
        return new BadRequest(400, place, message, logged);
    }

    /** The HTTP status that says so. */
    public int status() {
        return status;
    }

    /** Where in the call. */
    public String place() {
        return place;
    }

    /** The same as place and message, without a word of the caller's: logs hold no payload. */
    String logged() {
        return logged;
    }
}
