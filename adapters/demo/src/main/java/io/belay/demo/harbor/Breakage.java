package io.belay.demo.harbor;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of harbor that can be broken, so that a person sees what a failure looks like. Each is a real failure. */
public enum Breakage {
    /** A migration of the next release was applied too early: an order can no longer be stored. */
    ORDERS("placing an order answers 500: a migration renamed a column under the running release"),
    /** A script was edited after it was applied, and the newest was never applied. */
    MIGRATION("a migration was edited after it was applied, and the newest one was forgotten"),
    /** The demo user's password was changed and nobody told the system file. */
    LOGIN("the login is refused: the password was changed"),
    /** Every answer takes longer than the system file allows. */
    SLOW("every answer takes 250 ms more"),
    /** Redis is stopped. */
    REDIS("Redis is stopped"),
    /** PostgreSQL is stopped. */
    DATABASE("PostgreSQL is stopped"),
    /** The certificate ends tomorrow. */
    CERTIFICATE("the certificate ends tomorrow"),
    /** Nobody listens any more. */
    API("harbor itself is stopped, its database is not");

    private final String story;

    Breakage(String story) {
        this.story = story;
    }

    /** What has happened, in one sentence without its full stop. */
    public String story() {
        return story;
    }

    /** How a person calls it on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that a person calls {@code label}. */
    public static Optional<Breakage> of(String label) {
        return Stream.of(values()).filter(each -> each.label().equals(label)).findFirst();
    }

    /** All of them, as a person calls them. */
    public static String labels() {
        return Stream.of(values()).map(Breakage::label).collect(joining(", "));
    }
}
