package io.belay.demo.server;

/** A part of the demo could not start or stop; the message is one a person can act upon. */
public final class ServerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A failure in the words of the thing that failed. */
    public ServerException(String message) {
        super(message);
    }

    /** A failure and its cause. */
    public ServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
