package io.belay.adapter.jdbc;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a connection is secured. */
enum Tls {
    /** In the clear. */
    OFF,
    /** Encrypted, with whoever answers. */
    REQUIRE,
    /** Encrypted, with a server that is trusted and is the host. */
    VERIFY;

    static List<String> words() {
        return Arrays.stream(values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static Tls of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
