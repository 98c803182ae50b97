package io.belay.bench.cold;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * From the start of a process until the first answer of a function that makes one check, of Belay and of its peers.
 *
 * @param standings of each, in the order of the table
 * @param firsts what first calls take in a process that has just started
 */
public record ColdStarts(List<Standing> standings, List<FirstCall> firsts) {
    /** How often each is started where nothing else is said. */
    private static final int STARTS = 11;

    public ColdStarts {
        standings = List.copyOf(standings);
        firsts = List.copyOf(firsts);
    }

    /**
     * Starts each in turn, as often as the system property {@code bench.starts} says; Belay alone where {@code bench.alone} is
     * set.
     *
     * @param measuring is told what is measured next
     * @throws InterruptedException when called off
     */
    public static ColdStarts measure(Consumer<String> measuring) throws IOException, InterruptedException {
        var starts = Integer.getInteger("bench.starts", STARTS);
        var all = Runners.here();
        var runners = new ArrayList<Runner>();
        for (var runner : Boolean.getBoolean("bench.alone") ? all.belay() : all.all()) {
            measuring.accept("a first start of " + runner.key());
            runners.add(Readiness.of(runner));
        }
        measuring.accept(starts + " cold starts of each, in turn");
        var taken = new LinkedHashMap<Runner, List<Start>>();
        for (int turn = 0; turn < starts; turn++) {
            for (var runner : runners) {
                if (runner instanceof Runner.Ready ready) {
                    taken.computeIfAbsent(runner, _ -> new ArrayList<>()).add(Start.of(ready));
                }
            }
        }
        var standings = runners.stream()
                .<Standing>map(runner -> switch (runner) {
                    case Runner.Ready ready -> new Standing.Measured(ready, taken.getOrDefault(ready, List.of()));
                    case Runner.Absent absent -> new Standing.Unmeasured(absent);
                })
                .toList();
        // Where Belay does not start its promises are broken by that alone.
        var belay = runners.getFirst() instanceof Runner.Ready;
        return new ColdStarts(standings, belay ? FirstCall.measured(all, starts, measuring) : List.of());
    }

    /** Whether all promises are kept that can be looked at here. */
    public boolean kept() {
        return goals().allMatch(Goal.Kept::kept) && firsts.stream().allMatch(FirstCall::kept);
    }

    private Stream<Goal.Kept> goals() {
        return Goal.ALL.stream().map(goal -> goal.among(standings));
    }

    /** The tables. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (var door : Door.values()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-88s %7s %5s %8s",
                    "  cold start, " + door.shown() + ": ms until the first answer",
                    "CPU ms",
                    "MB",
                    "x Belay"));
            var those = standings.stream()
                    .filter(each -> each.runner().door() == door)
                    .toList();
            var belay = those.stream()
                    .filter(Standing.Measured.class::isInstance)
                    .map(Standing.Measured.class::cast)
                    .filter(each -> each.runner().key().endsWith("/belay"))
                    .mapToDouble(each -> each.median(Start::millis))
                    .findFirst()
                    .orElse(Double.NaN);
            those.forEach(each -> lines.add(each.line(belay)));
        }
        goals().forEach(each -> lines.add(each.line()));
        firsts.forEach(each -> lines.add(each.line()));
        return lines;
    }

    /** For the file of figures. */
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("starts", standings.stream().map(Standing::fields).toList());
        fields.put("promises", goals().map(Goal.Kept::fields).toList());
        fields.put("firstCalls", firsts.stream().map(FirstCall::fields).toList());
        return fields;
    }

    /** The middle of {@code values}. */
    static double median(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
