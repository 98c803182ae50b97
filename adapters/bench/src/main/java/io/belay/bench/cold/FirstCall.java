package io.belay.bench.cold;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the first call of one check takes in a process that has just started and is ready, beside the same call once it is warm.
 *
 * @param said of which check
 * @param more how many milliseconds it may take beside twice a warm one
 * @param cold milliseconds of the first call, of each process
 * @param warm milliseconds of a call when many were made, of each process
 */
record FirstCall(String said, double more, List<Double> cold, List<Double> warm) {
    private static final int CALLS = 60;
    private static final int COUNTED = 21;
    private static final double TIMES = 2;
    private static final double MORE_MILLIS = 100;

    /** What the JDK computes of a curve at a process's first handshake is more than that alone (README). */
    private static final double MORE_OF_TLS = 250;

    FirstCall {
        cold = List.copyOf(cold);
        warm = List.copyOf(warm);
    }

    /**
     * Of a check over TLS through Function Compute's door, and of one that asks CloudWatch on Lambda, where that is what is near.
     */
    static List<FirstCall> measured(Runners runners, int starts, Consumer<String> measuring)
            throws IOException, InterruptedException {
        try (var harbor = FirstHarbor.open()) {
            var calls = new ArrayList<FirstCall>();
            measuring.accept("first calls, and warm ones");
            calls.add(measured(
                    "first check over TLS at the FC door, in a process that is ready",
                    MORE_OF_TLS,
                    runners.fc("first/https", harbor.environment()),
                    "https",
                    starts));
            calls.add(measured(
                    "first call of CloudWatch on Lambda, in a process that is ready",
                    MORE_MILLIS,
                    runners.lambda("first/metric", harbor.environment()),
                    "metric",
                    starts));
            return calls;
        }
    }

    private static FirstCall measured(String said, double more, Runner.Ready runner, String check, int starts)
            throws IOException, InterruptedException {
        var cold = new ArrayList<Double>();
        var warm = new ArrayList<Double>();
        for (int start = 0; start < starts; start++) {
            try (var customer = runner.door().customer(runner.path());
                    var instance = Start.instance(runner, customer)) {
                customer.ready(instance);
                var took = took(customer, instance, "{\"only\":[\"" + check + "\"]}");
                cold.add(took[0]);
                warm.add(ColdStarts.median(Arrays.copyOfRange(took, CALLS - COUNTED, CALLS)));
            }
        }
        return new FirstCall(said, more, cold, warm);
    }

    private static double[] took(Customer customer, Instance instance, String body)
            throws IOException, InterruptedException {
        var took = new double[CALLS];
        for (int call = 0; call < CALLS; call++) {
            var began = System.nanoTime();
            var answer = customer.ask(instance, body);
            took[call] = (System.nanoTime() - began) / 1e6;
            Start.require(answer);
        }
        return took;
    }

    private static double median(List<Double> values) {
        return ColdStarts.median(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** What is promised of the median, in milliseconds. */
    double promised() {
        return TIMES * median(warm) + more;
    }

    boolean kept() {
        return median(cold) <= promised();
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "  %-72s %.0f ms, warm %.1f ms; promised %.0f ms %s",
                said,
                median(cold),
                median(warm),
                promised(),
                kept() ? "kept" : "BROKEN");
    }

    Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", said);
        fields.put("coldMillis", median(cold));
        fields.put("warmMillis", median(warm));
        fields.put("promisedMillis", promised());
        fields.put("kept", kept());
        return fields;
    }
}
