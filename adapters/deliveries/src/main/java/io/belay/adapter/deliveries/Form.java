package io.belay.adapter.deliveries;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/** {@code application/x-www-form-urlencoded}: a field said twice, or an escape that is none, is refused. */
final class Form {
    /** As many fields as a form may have; CloudMonitor's has about 25. */
    private static final int MOST = 100;

    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final String PLACE = "form";

    private Form() {}

    static Spot read(Body body) {
        if (body.json().isPresent() || body.isXml() || body.text().isEmpty()) {
            throw new NotRead(PLACE, body.text().isEmpty() ? "nothing" : "JSON or XML", "a form");
        }
        var fields = new LinkedHashMap<String, Json>();
        var pairs = body.text().split("&", MOST + 1);
        if (pairs.length > MOST) {
            throw new NotRead(PLACE, "more fields", "at most " + MOST);
        }
        for (var pair : pairs) {
            // CloudMonitor's own sample leaves the signs of equality within its values as they are.
            var equals = pair.indexOf('=');
            if (equals < 1) {
                throw new NotRead(PLACE, "a part without a name or without a value", "name=value");
            }
            var name = decoded(pair.substring(0, equals));
            if (fields.put(name, new Json.Text(decoded(pair.substring(equals + 1)))) != null) {
                throw new NotRead(PLACE, "a field said twice", "each field once");
            }
        }
        return new Spot(PLACE, new Json.Fields(fields));
    }

    private static String decoded(String text) {
        if (BAD_ESCAPE.matcher(text).find()) {
            throw new NotRead(PLACE, "an escape that is none", "a percent sign and two hexadecimal digits");
        }
        var decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
        // What is not UTF-8 becomes this sign, which no field of CloudMonitor's holds.
        if (decoded.indexOf('\uFFFD') >= 0) {
            throw new NotRead(PLACE, "escapes that are not", "UTF-8");
        }
        return decoded;
    }
}
