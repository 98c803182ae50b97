package io.belay.templates.aliyun;

import java.util.List;
import java.util.Optional;

/** Function Compute's timer expressions: {@code @every 5m}, or six fields, of which the first is seconds; UTC unless CRON_TZ says otherwise. */
final class Cron {
    private static final int[][] RANGES = {{0, 59}, {0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 7}};

    private Cron() {}

    static Optional<String> fault(String expression) {
        if (expression.matches("@every [1-9][0-9]*[mh]")) {
            return Optional.empty();
        }
        var fields = List.of(
                expression.replaceFirst("^CRON_TZ=[A-Za-z_]+/[A-Za-z_]+ ", "").split(" "));
        if (fields.size() != RANGES.length) {
            return Optional.of(
                    "'" + expression + "' has " + fields.size() + " fields, and FC wants six, seconds first");
        }
        for (var index = 0; index < RANGES.length; index++) {
            if (!fits(fields.get(index), RANGES[index])) {
                return Optional.of("'" + fields.get(index) + "' of '" + expression + "' is not from " + RANGES[index][0]
                        + " to " + RANGES[index][1]);
            }
        }
        return Optional.empty();
    }

    private static boolean fits(String field, int[] range) {
        return List.of(field.split(",")).stream().allMatch(each -> {
            if (each.equals("*") || each.equals("?")) {
                return true;
            }
            if (!each.matches("(\\*|[0-9]+(-[0-9]+)?)(/[1-9][0-9]*)?")) {
                return false;
            }
            return List.of(each.replaceFirst("/.*", "").split("-")).stream()
                    .filter(number -> !number.equals("*"))
                    .mapToInt(Integer::parseInt)
                    .allMatch(number -> number >= range[0] && number <= range[1]);
        });
    }
}
