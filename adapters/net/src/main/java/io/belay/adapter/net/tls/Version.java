package io.belay.adapter.net.tls;

import java.util.Arrays;
import java.util.Optional;

/** The versions of the protocol, by the numbers that stand for them on the wire (RFC 8446, section 4.2.1). */
enum Version {
    SSL_3("SSLv3", 0x0300),
    TLS_1_0("TLSv1.0", 0x0301),
    TLS_1_1("TLSv1.1", 0x0302),
    TLS_1_2("TLSv1.2", 0x0303),
    TLS_1_3("TLSv1.3", 0x0304);

    private final String shown;
    private final int code;

    Version(String shown, int code) {
        this.shown = shown;
        this.code = code;
    }

    String shown() {
        return shown;
    }

    int code() {
        return code;
    }

    /** The version of this name; {@code TLSv1} is the Java platform's word for {@code TLSv1.0}. */
    static Optional<Version> of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.shown.equals(name.equals("TLSv1") ? "TLSv1.0" : name))
                .findFirst();
    }
}
