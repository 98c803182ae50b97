package io.belay.demo.harbor;

import java.util.Locale;

/** What harbor is made of. */
public enum Part {
    /** PostgreSQL, its roles and its migrations. */
    DATABASE,
    /** Redis. */
    REDIS,
    /** The certificate for TLS. */
    CERTIFICATE,
    /** The service itself. */
    API;

    /** Its name for a person. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
