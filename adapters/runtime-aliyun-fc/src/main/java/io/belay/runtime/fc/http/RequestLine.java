package io.belay.runtime.fc.http;

/**
 * The first line of a request (RFC 9112, 3).
 *
 * @param method as sent
 * @param path as sent, without query; {@code *} to OPTIONS of the whole server
 * @param query as sent, without its question mark; empty for none
 * @param modern whether it is of HTTP/1.1 or a later 1.x, and not of 1.0
 */
record RequestLine(String method, String path, String query, boolean modern) {
    static final String PLACE = "request line";

    static RequestLine read(String line) throws Refused {
        var first = line.indexOf(' ');
        var last = line.lastIndexOf(' ');
        if (first < 0 || line.indexOf(' ', first + 1) != last || first == last) {
            throw new Refused(400, PLACE, "a method, a target and a version with one space between are meant");
        }
        var method = line.substring(0, first);
        if (!Chars.token(method)) {
            throw new Refused(400, PLACE, "the method is no word");
        }
        var modern = modern(line.substring(last + 1));
        var target = target(method, line.substring(first + 1, last));
        var mark = target.indexOf('?');
        return mark < 0
                ? new RequestLine(method, target, "", modern)
                : new RequestLine(method, target.substring(0, mark), target.substring(mark + 1), modern);
    }

    private static boolean modern(String version) throws Refused {
        if (version.length() != 8
                || !version.startsWith("HTTP/")
                || !digit(version.charAt(5))
                || version.charAt(6) != '.'
                || !digit(version.charAt(7))) {
            throw new Refused(400, PLACE, "the version is none; HTTP/1.1 is meant");
        }
        if (version.charAt(5) != '1') {
            throw new Refused(505, PLACE, "HTTP/1.1 and HTTP/1.0 are spoken here");
        }
        return version.charAt(7) != '0';
    }

    private static boolean digit(char each) {
        return each >= '0' && each <= '9';
    }

    /** Path and query. Of a whole URL, which proxies send, the host does not matter: there is one only. */
    private static String target(String method, String target) throws Refused {
        if (target.equals("*") && method.equals("OPTIONS")) {
            return target;
        }
        var local = target.startsWith("/") ? target : afterHost(target);
        if (!Chars.target(local)) {
            throw new Refused(400, PLACE, "the target is not percent-encoded as it should be");
        }
        return local;
    }

    private static String afterHost(String target) throws Refused {
        var host = scheme(target);
        var end = host;
        while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
            end++;
        }
        if (end == host || !Chars.host(target.substring(host, end))) {
            throw new Refused(400, PLACE, "the target is neither a path nor a URL of http");
        }
        var local = target.substring(end);
        return local.startsWith("/") ? local : "/".concat(local);
    }

    /** Where the host begins. */
    private static int scheme(String target) throws Refused {
        if (target.regionMatches(true, 0, "http://", 0, 7)) {
            return 7;
        }
        if (target.regionMatches(true, 0, "https://", 0, 8)) {
            return 8;
        }
        throw new Refused(400, PLACE, "the target is neither a path nor a URL of http");
    }
}
