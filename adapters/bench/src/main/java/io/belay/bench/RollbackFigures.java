package io.belay.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a rollback of one kind of target costs.
 *
 * @param kind of what
 * @param script what it is held against
 * @param buys what the calls buy that the script does not make
 * @param decision how long deciding takes, on a server that answers at once
 * @param moved from the cause until traffic has moved, with latency
 * @param scripted the same of the script
 * @param ratio of both
 * @param promised of its median: one round may meet a pause of the machine that the script's did not
 * @param whole the calls of a whole rollback, proof and last journal entry included
 * @param duplicate the calls of the same delivery afterwards, which is refused
 */
record RollbackFigures(
        String kind,
        String script,
        String buys,
        Row decision,
        Row moved,
        Row scripted,
        Row ratio,
        double promised,
        Calls whole,
        Calls duplicate) {
    /** How many calls read and how many write. */
    record Calls(int reading, int writing) {
        static Calls of(List<String> calls, Predicate<String> writes) {
            var writing = (int) calls.stream().filter(writes).count();
            return new Calls(calls.size() - writing, writing);
        }

        @Override
        public String toString() {
            return reading + "+" + writing;
        }
    }

    static String head() {
        return String.format(
                Locale.ROOT,
                "  %-22s %9s %9s %7s %7s %8s %12s %9s %10s",
                "rollback, 50 ms a call",
                "moved ms",
                "script ms",
                "ratio",
                "worst",
                "promised",
                "decision ms",
                "calls",
                "duplicate");
    }

    /** What is refused writes nothing, and traffic moves in the time that was promised. */
    boolean kept() {
        return ratio.median() <= promised && duplicate.writing() == 0;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "  %-22s %9.0f %9.0f %7.2f %7.2f %8.2f %12.1f %9s %10s  %s",
                kind,
                moved.median(),
                scripted.median(),
                ratio.median(),
                ratio.worst(),
                promised,
                decision.median(),
                whole,
                duplicate,
                kept() ? "kept" : "BROKEN");
    }

    String note() {
        return "  " + kind + ", beside " + script + ": " + buys;
    }

    Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("kind", kind);
        fields.put("beside", script);
        fields.put("more calls buy", buys);
        fields.put("calls", calls(whole));
        fields.put("calls of a duplicate", calls(duplicate));
        fields.put("figures", List.of(decision.fields(), moved.fields(), scripted.fields(), ratio.fields()));
        fields.put("promised", promised);
        fields.put("kept", kept());
        return fields;
    }

    private static Map<String, Object> calls(Calls calls) {
        return Map.of("reading", calls.reading(), "writing", calls.writing());
    }
}
