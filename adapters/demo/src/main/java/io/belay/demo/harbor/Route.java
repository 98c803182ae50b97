package io.belay.demo.harbor;

import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * Who answers what.
 *
 * @param method the method it answers
 * @param path the paths it answers, as a whole
 * @param label how the metrics call the path, whatever order it names
 * @param endpoint who answers
 */
record Route(String method, Pattern path, String label, Endpoint endpoint) {

    /** Answers one call. */
    @FunctionalInterface
    interface Endpoint {
        Reply answer(Call call) throws SQLException;
    }

    /** A route of one path; {@code {id}} in it stands for anything but a slash. */
    static Route of(String method, String path, Endpoint endpoint) {
        return new Route(method, Pattern.compile(path.replace("{id}", "[^/]+")), path, endpoint);
    }

    boolean leadsTo(String asked) {
        return path.matcher(asked).matches();
    }
}
