package io.belay.adapter.aliyun.acs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Percent-encoding as RFC 3986 has it and ACS3 signs it: all but letters, digits and {@code - _ . ~}. */
public final class Percent {
    private Percent() {}

    /** {@code text}, fit for one segment of a path or one part of a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** The parameters as a query: what is signed and what is sent. */
    static String query(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }
}
