package io.belay.adapter.net.tls;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;

/**
 * Whether a certificate is for a host, as browsers see it (RFC 9525): by its alternative names alone, never its common name;
 * a wildcard stands for one whole label, the leftmost.
 */
final class HostNames {
    private HostNames() {}

    static boolean match(Chain chain, String host) {
        var plain = plain(host);
        if (isAddress(plain)) {
            return chain.addresses().stream().anyMatch(each -> sameAddress(each, plain));
        }
        return matchAny(chain.hostNames(), plain);
    }

    static boolean matchAny(List<String> names, String host) {
        return names.stream().anyMatch(name -> matches(plain(name), plain(host)));
    }

    /** Whether {@code host} is an IP address, not a name. */
    static boolean isAddress(String host) {
        return host.contains(":") || host.matches("\\d{1,3}(?:\\.\\d{1,3}){3}");
    }

    private static boolean matches(String name, String host) {
        if (!name.startsWith("*.")) {
            return name.equals(host);
        }
        var dot = host.indexOf('.');
        return dot > 0 && name.substring(1).equals(host.substring(dot));
    }

    private static boolean sameAddress(String one, String other) {
        try {
            return InetAddress.ofLiteral(one).equals(InetAddress.ofLiteral(other));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String plain(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        if (lower.startsWith("[") && lower.endsWith("]")) {
            return lower.substring(1, lower.length() - 1);
        }
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
