package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import io.belay.core.plan.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A bound of the costs of one calendar month.
 *
 * @param limit above zero
 * @param currency {@code USD}
 * @param marks at which costs somebody is told, each above zero; sorted
 * @param receivers as of an {@link AlarmSpec}
 */
public record Budget(String name, BigDecimal limit, String currency, List<BigDecimal> marks, List<Receiver> receivers)
        implements Resource {
    public Budget {
        requireNonNull(name, "name");
        limit = limit.stripTrailingZeros();
        requireNonNull(currency, "currency");
        marks = marks.stream()
                .map(BigDecimal::stripTrailingZeros)
                .distinct()
                .sorted()
                .toList();
        receivers = Receiver.sorted(receivers);
        if (limit.signum() <= 0 || marks.stream().anyMatch(each -> each.signum() <= 0)) {
            throw new IllegalArgumentException("a budget and its marks are above zero");
        }
    }

    @Override
    public Kind kind() {
        return Kind.BUDGET;
    }

    @Override
    public Fields fields() {
        return Fields.NONE
                .with("limit", limit.toPlainString() + " " + currency + " a month")
                .with("told at", marks.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", ")))
                .with("receivers", Receiver.names(receivers));
    }
}
