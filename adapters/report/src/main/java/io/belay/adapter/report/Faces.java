package io.belay.adapter.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every face, and which of them is meant. */
public final class Faces {
    /** For programs; what a caller gets who asks for nothing else. */
    public static final Face JSON = new Json();

    /** For people with a browser: one page that needs nothing else. */
    public static final Face HTML = new Html();

    /** For people with a terminal or a log, without colour. */
    public static final Face TEXT = new Terminal(Terminal.USUAL_WIDTH, Paint.PLAIN);

    /** For build servers. */
    public static final Face JUNIT = new JUnitXml();

    /** For Prometheus to scrape, and for its node exporter's text files. */
    public static final Face PROMETHEUS = new Prometheus();

    private static final List<Face> ALL = List.of(JSON, HTML, TEXT, JUNIT, PROMETHEUS);

    /** What a caller can accept, the one preferred first. */
    private static final List<Offer> OFFERS = List.of(
            new Offer("application", "json", false, JSON),
            new Offer("text", "html", false, HTML),
            new Offer("text", "plain", true, PROMETHEUS),
            new Offer("text", "plain", false, TEXT),
            new Offer("application", "xml", false, JUNIT),
            new Offer("application", "junit+xml", false, JUNIT),
            new Offer("text", "xml", false, JUNIT),
            new Offer("application", "openmetrics-text", true, PROMETHEUS),
            new Offer("application", "openmetrics-text", false, PROMETHEUS));

    private Faces() {}

    /** Every face, in the order in which people list them. */
    public static List<Face> all() {
        return ALL;
    }

    /** The face called {@code name}, whatever its case. */
    public static Optional<Face> named(String name) {
        return ALL.stream()
                .filter(face -> face.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * The face that an HTTP {@code Accept} header asks for: the highest {@code q}, then the range that says most, then the
     * order of {@link #all()}. {@code text/plain} is for people unless it bears a {@code version}, as Prometheus writes it.
     *
     * @param accept the header, several joined by commas; empty where none was sent, which means JSON
     * @return empty where nothing that is asked for can be had: HTTP's 406
     */
    public static Optional<Face> accepting(String accept) {
        if (accept.isBlank()) {
            return Optional.of(JSON);
        }
        var ranges = MediaRange.of(accept);
        return OFFERS.stream()
                .map(offer -> offer.under(ranges))
                .filter(choice -> choice.weight() > 0)
                .max(Comparator.comparingInt(Choice::weight)
                        .thenComparingInt(Choice::says)
                        .thenComparingInt(Choice::rank))
                .map(Choice::face);
    }

    /**
     * The table for a terminal.
     *
     * @param width how many columns it has; taken as 40 to 240
     * @param colour whether to write ANSI colours
     */
    public static Face terminal(int width, boolean colour) {
        return new Terminal(width, colour ? Paint.ANSI : Paint.PLAIN);
    }

    private record Choice(Face face, int weight, int says, int rank) {}

    /** A media type that a face answers to; with or without a version. */
    private record Offer(String type, String subtype, boolean versioned, Face face) {
        Choice under(List<MediaRange> ranges) {
            return ranges.stream()
                    .filter(range -> range.covers(type, subtype, versioned))
                    .max(Comparator.comparingInt(MediaRange::says))
                    .map(range -> new Choice(face, range.weight(), range.says(), -ALL.indexOf(face)))
                    .orElse(new Choice(face, 0, 0, 0));
        }
    }
}
