package io.belay.bench.cost;

import java.util.List;
import java.util.OptionalDouble;

/** What came of running an instance of a size. */
sealed interface Measured {
    Size size();

    /**
     * It answered. Of several starts the least disturbed counts: the limits are the same for each, and what else a machine does only
     * adds.
     *
     * @param cold from its process's start to the first report, in milliseconds: the least of the starts
     * @param warm a call after that, in milliseconds: the least of the starts' middles
     * @param spread of the starts: the most less the least, in parts of the least
     * @param peak the most memory its process had in any, in MB
     */
    record Ran(Size size, double cold, double warm, double spread, long peak) implements Measured {
        static Ran of(Size size, List<Once> starts) {
            var cold = starts.stream().mapToDouble(Once::cold).summaryStatistics();
            return new Ran(
                    size,
                    cold.getMin(),
                    starts.stream().mapToDouble(Once::middle).min().orElseThrow(),
                    (cold.getMax() - cold.getMin()) / cold.getMin(),
                    starts.stream().mapToLong(Once::peak).max().orElseThrow());
        }

        /** What a month of calls costs, every so many minutes of 730 hours, each a cold start. */
        double month(int minutes) {
            return calls(minutes) * size.cloud().dollars(size, cold);
        }

        /** The same on Lambda's Arm, were it as quick; empty on another cloud. */
        OptionalDouble monthOnArm(int minutes) {
            return size.cloud() == Cloud.FC
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(calls(minutes) * Cloud.onArm(size, cold));
        }

        private static double calls(int minutes) {
            return 730 * 60.0 / minutes;
        }
    }

    /**
     * It did not.
     *
     * @param why in a few words
     */
    record Failed(Size size, String why) implements Measured {}

    /**
     * One start.
     *
     * @param cold in milliseconds, as above
     * @param warm of each call after it
     * @param peak in MB
     */
    record Once(double cold, List<Double> warm, long peak) {
        double middle() {
            return warm.stream().sorted().toList().get(warm.size() / 2);
        }
    }
}
