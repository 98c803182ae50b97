package io.belay.adapter.net.http;

import static java.util.Objects.requireNonNull;

import io.belay.core.settings.SettingException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A header to send. What could end the line it stands on is refused, so that no value becomes a second header.
 *
 * @param name a token of RFC 9110
 * @param value printable Latin characters and tabs
 */
public record Header(String name, String value) {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern FIELD = Pattern.compile("[\\t\\x20-\\x7e\\xa0-\\xff]*");

    /** What the connection itself says; the client would refuse it only when it asks. */
    private static final Set<String> THE_CONNECTIONS =
            Set.of("connection", "content-length", "expect", "transfer-encoding", "upgrade");

    public Header {
        requireNonNull(name, "name");
        requireNonNull(value, "value");
        if (!TOKEN.matcher(name).matches()) {
            throw new SettingException("headers", "the name of a header is of letters, digits and - alone");
        }
        if (THE_CONNECTIONS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new SettingException("headers", name + " is set by the connection itself");
        }
        if (!FIELD.matcher(value).matches()) {
            throw new SettingException(
                    "headers", "the value of " + name + " holds a line break or another character no header can carry");
        }
    }

    /** Whether it is the header {@code other}, however written. */
    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** The name alone: a value may be a secret. */
    @Override
    public String toString() {
        return name;
    }
}
