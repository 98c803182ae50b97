package io.belay.adapter.aliyun.http;

import java.io.IOException;
import java.net.UnknownHostException;

/** What broken connections say. */
final class Failures {
    private Failures() {}

    /** The reason in words: some exceptions of the JDK have none, and one holds the bare name of a host. */
    static String words(IOException failure) {
        if (failure instanceof UnknownHostException unknown) {
            return "no such host: " + unknown.getMessage();
        }
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
