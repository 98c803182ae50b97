package io.belay.runtime.fc.http;

import java.io.IOException;

/** Answers requests. Called by many threads at once, and by one for each request. */
public interface Handler {
    /**
     * Sends one answer to {@code exchange}.
     *
     * @throws Refused where the body is not as it should be; the answer is then {@link #refusal}, unless one was sent
     * @throws IOException where the other side went away
     */
    void handle(Exchange exchange) throws IOException;

    /** What is said to whoever sent what cannot be taken. Its connection is closed. */
    Reply refusal(Refused why);

    /** What is said where {@link #handle} threw, or sent nothing. Its connection is closed. */
    Reply bug(Throwable thrown);
}
