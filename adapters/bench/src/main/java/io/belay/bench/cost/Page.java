package io.belay.bench.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was measured, as the part of a page of Markdown between two marks; what is around it is written by hand. */
record Page(List<Measured> all, double noise) {
    static final String BEGIN = "<!-- measured: scripts/bench cost writes what follows -->";
    static final String END = "<!-- end of what is measured -->";

    private static final int MINUTES = 30;

    /**
     * {@code page} with its measured part made anew.
     *
     * @throws IllegalArgumentException where it has no such part
     */
    String in(String page) {
        var begin = page.indexOf(BEGIN);
        var end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the page lacks " + BEGIN + " or " + END);
        }
        return page.substring(0, begin + BEGIN.length()) + "\n\n" + String.join("\n", lines()) + "\n\n"
                + page.substring(end);
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "The same work took up to %.0f %% longer on this machine while this was measured.",
                noise * 100));
        for (var cloud : Cloud.values()) {
            lines.add("");
            lines.add("### " + cloud.shown());
            lines.add("");
            lines.add("| memory, MB | vCPU | cold, ms (spread) | warm, ms | peak, MB | verifies a dollar, cold | warm |"
                    + " a month of one every " + MINUTES + " min, all cold"
                    + (cloud == Cloud.FC ? " |" : " (on Arm, were it as quick) |"));
            lines.add("|---:|---:|---:|---:|---:|---:|---:|---:|");
            all.stream()
                    .filter(each -> each.size().cloud() == cloud)
                    .map(Page::row)
                    .forEach(lines::add);
        }
        return lines;
    }

    private static String row(Measured measured) {
        var size = String.format(
                Locale.ROOT,
                "| %d | %.2f | ",
                measured.size().memory(),
                measured.size().processor());
        return switch (measured) {
            case Measured.Ran ran ->
                size
                        + String.format(
                                Locale.ROOT,
                                "%,.0f (%.0f %%) | %,.0f | %d | %,d | %,d | $%.3f%s |",
                                ran.cold(),
                                ran.spread() * 100,
                                ran.warm(),
                                ran.peak(),
                                aDollar(ran.size(), ran.cold()),
                                aDollar(ran.size(), ran.warm()),
                                ran.month(MINUTES),
                                ran.monthOnArm(MINUTES).stream()
                                        .mapToObj(arm -> String.format(Locale.ROOT, " ($%.3f)", arm))
                                        .collect(Collectors.joining()));
            case Measured.Failed failed -> size + failed.why() + " | | | | | |";
        };
    }

    /** How many calls of so many milliseconds a dollar buys. */
    static long aDollar(Size size, double millis) {
        return (long) (1 / size.cloud().dollars(size, millis));
    }
}
