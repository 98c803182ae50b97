package io.belay.adapter.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.settings.SettingException;
import io.belay.core.settings.Text;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a database is. A URL is taken apart here, so that no driver ever says one in an error or a log.
 *
 * @param hosts one or more, joined by commas, each with its port
 * @param database its name; empty for the driver's choice
 * @param options what the URL says after its question mark
 * @param shown host, port and name, fit to show; a URL's reference where it came by one
 * @param host what is asked too much when many ask at once, fit to show
 */
record Location(String hosts, String database, Properties options, String shown, String host) {
    private static final String HOST = "(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])";
    private static final Pattern REST = Pattern.compile("//(" + HOST + "(?::\\d{1,5})?(?:," + HOST
            + "(?::\\d{1,5})?){0,8})(?:/([^/?#&\\s;]{0,128}))?(?:\\?(\\S*))?");

    /** Options in which a secret would stand in the open. */
    private static final Set<String> OWN_KEYS = Set.of("user", "password");

    /** The location that {@code url} names. */
    static Location of(Engine engine, String key, Text url) {
        var revealed = url.fixed(key).reveal();
        var begin = Pattern.compile(engine.urlLike()).matcher(revealed);
        var rest = begin.lookingAt() ? REST.matcher(revealed.substring(begin.end())) : REST.matcher("");
        if (!rest.matches()) {
            throw new SettingException(
                    key, "a URL of " + engine.name() + " is " + engine.scheme() + "//host:port/name");
        }
        var database = rest.group(2) == null ? "" : decoded(rest.group(2));
        var hosts = rest.group(1);
        var byReference = !url.shown().equals(revealed);
        var shown = engine.name() + "://" + hosts + (database.isEmpty() ? "" : "/" + database);
        return new Location(
                hosts,
                database,
                options(key, rest.group(3) == null ? "" : rest.group(3)),
                byReference ? url.shown() : shown,
                byReference ? url.shown() : hosts);
    }

    /** The location of a host, a port and a name. */
    static Location of(Engine engine, Text host, long port, Text database) {
        var bracketed = bracketed(host.reveal()) + ":" + port;
        var name = database.shown().isEmpty() ? "" : "/" + database.shown();
        return new Location(
                bracketed,
                database.reveal(),
                new Properties(),
                engine.name() + "://" + bracketed(host.shown()) + ":" + port + name,
                host.shown());
    }

    private static String bracketed(String host) {
        return host.matches("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*") ? "[" + host + "]" : host;
    }

    private static Properties options(String key, String query) {
        var options = new Properties();
        Arrays.stream(query.split("&", -1)).filter(each -> !each.isEmpty()).forEach(each -> {
            var parts = each.split("=", 2);
            var name = decoded(parts[0]);
            if (OWN_KEYS.contains(name)) {
                throw new SettingException(key, name + " stands under its own key, not in the URL");
            }
            options.setProperty(name, parts.length < 2 ? "" : decoded(parts[1]));
        });
        return options;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
