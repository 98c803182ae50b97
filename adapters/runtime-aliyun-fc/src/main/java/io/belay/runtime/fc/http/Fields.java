package io.belay.runtime.fc.http;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Header fields and trailer fields (RFC 9112, 5). */
final class Fields {
    private static final String PLACE = "headers";
    /** What two of would leave open where a request goes to or ends, or who sent it. */
    private static final Set<String> ONCE = Set.of("host", "content-length", "transfer-encoding", "authorization");

    /** What Function Compute says of a call begins so: of two, one would be its caller's. */
    private static final String PLATFORM = "x-fc-";

    private Fields() {}

    /** All up to the empty line, by lower-case name; of a name that comes twice the first, but all of {@code connection}. */
    static Map<String, String> read(Input input, Limits.Sizes sizes) throws IOException {
        var fields = new HashMap<String, String>();
        var count = 0;
        var bytes = 0;
        for (var line = input.line(431, PLACE); !line.isEmpty(); line = input.line(431, PLACE)) {
            count++;
            bytes += line.length() + 2;
            if (count > sizes.fields() || bytes > sizes.head()) {
                throw new Refused(
                        431, PLACE, "at most " + sizes.fields() + " fields of " + sizes.head() + " bytes are taken");
            }
            add(fields, line);
        }
        return fields;
    }

    private static void add(Map<String, String> fields, String line) throws Refused {
        if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
            throw new Refused(400, PLACE, "a field goes on in a second line; each has one");
        }
        var colon = line.indexOf(':');
        if (colon < 0 || !Chars.token(line.substring(0, colon))) {
            throw new Refused(400, PLACE, "a name with its colon at once after it is meant");
        }
        var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        var value = line.substring(colon + 1).strip();
        var before = fields.putIfAbsent(name, value);
        if (before == null) {
            return;
        }
        if (ONCE.contains(name) || name.startsWith(PLATFORM)) {
            throw new Refused(400, name, "it is said more than once");
        }
        if (name.equals("connection")) {
            fields.put(name, before + "," + value);
        }
    }

    /** Whether {@code word} is in a list with commas between. */
    static boolean lists(String value, String word) {
        for (var from = 0; from <= value.length(); ) {
            var comma = value.indexOf(',', from);
            var to = comma < 0 ? value.length() : comma;
            if (value.substring(from, to).strip().equalsIgnoreCase(word)) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }
}
