package io.belay.adapter.net.http;

import io.belay.core.settings.Address;
import io.belay.core.settings.SettingException;
import java.net.URI;
import java.util.Locale;

/** URLs of the system file, and URLs that a target sends. */
public final class Urls {
    private static final int LONGEST = 200;

    private Urls() {}

    /**
     * The URL of {@code address}, its fragment dropped.
     *
     * @throws SettingException where it is none, has no host, or names a user; never with the URL in it
     */
    public static URI of(String key, Address address) {
        URI uri;
        try {
            uri = address.uri();
        } catch (IllegalArgumentException _) {
            throw new SettingException(key, "not a URL once its references are filled in");
        }
        if (uri.getRawUserInfo() != null) {
            throw new SettingException(key, "a URL names no user here: write basic: { user: ..., password: ... }");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw new SettingException(key, "a URL with a host is meant");
        }
        return withoutFragment(uri);
    }

    /** {@code path} under {@code base}, which may end in a slash or in a path of its own. */
    public static URI under(URI base, String path) {
        var root = base.getRawPath() == null ? "" : base.getRawPath().replaceFirst("/+$", "");
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + root + path);
    }

    /** Scheme, host and path: a query may hold secrets. */
    static String shown(URI uri) {
        var host = uri.getHost() == null ? "" : "//" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        var path = uri.getRawPath() == null ? "" : uri.getRawPath();
        var text = (uri.getScheme() == null ? "" : uri.getScheme() + ":") + host + path;
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    static String scheme(URI uri) {
        return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    }

    static URI withoutFragment(URI uri) {
        if (uri.getRawFragment() == null) {
            return uri;
        }
        var text = uri.toString();
        return URI.create(text.substring(0, text.indexOf('#')));
    }
}
