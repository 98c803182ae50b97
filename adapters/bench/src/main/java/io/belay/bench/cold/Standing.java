package io.belay.bench.cold;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How one of them came off over all starts. */
sealed interface Standing {
    Runner runner();

    /** One line of the table, beside Belay's median start in milliseconds. */
    String line(double belay);

    Map<String, Object> fields();

    /**
     * Of one that was measured.
     *
     * @param starts one or more
     */
    record Measured(Runner runner, List<Start> starts) implements Standing {
        public Measured {
            starts = starts.stream()
                    .sorted(Comparator.comparingDouble(Start::millis))
                    .toList();
            if (starts.isEmpty()) {
                throw new IllegalArgumentException("found no start of " + runner.key() + "; one or more are meant");
            }
        }

        /** The middle one of {@code figure}. */
        double median(ToDoubleFunction<Start> figure) {
            return starts.stream().mapToDouble(figure).sorted().toArray()[starts.size() / 2];
        }

        @Override
        public String line(double belay) {
            return String.format(
                            Locale.ROOT,
                            "  %-62s %6.0f (%.0f to %.0f)",
                            runner.shown(),
                            median(Start::millis),
                            starts.getFirst().millis(),
                            starts.getLast().millis())
                    .transform(head -> String.format(
                            Locale.ROOT,
                            "%-88s %7.0f %5.0f %8.2f",
                            head,
                            median(Start::cpuMillis),
                            median(Start::peakMegabytes),
                            median(Start::millis) / belay));
        }

        @Override
        public Map<String, Object> fields() {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("key", runner.key());
            fields.put("name", runner.shown());
            fields.put("starts", starts.size());
            fields.put("millis", median(Start::millis));
            fields.put("least", starts.getFirst().millis());
            fields.put("most", starts.getLast().millis());
            fields.put("cpuMillis", median(Start::cpuMillis));
            fields.put("peakMegabytes", median(Start::peakMegabytes));
            return fields;
        }
    }

    /** Of one that could not be measured. */
    record Unmeasured(Runner.Absent runner) implements Standing {
        @Override
        public String line(double belay) {
            return String.format(Locale.ROOT, "  %-62s not measured: %s", runner.shown(), runner.why());
        }

        @Override
        public Map<String, Object> fields() {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("key", runner.key());
            fields.put("name", runner.shown());
            fields.put("notMeasured", runner.why());
            return fields;
        }
    }
}
