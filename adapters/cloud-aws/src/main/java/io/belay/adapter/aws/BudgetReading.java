package io.belay.adapter.aws;

import io.belay.core.alarm.Budget;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Receiver;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.budgets.model.BudgetType;
import software.amazon.awssdk.services.budgets.model.ComparisonOperator;
import software.amazon.awssdk.services.budgets.model.CostTypes;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.NotificationType;
import software.amazon.awssdk.services.budgets.model.NotificationWithSubscribers;
import software.amazon.awssdk.services.budgets.model.Spend;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.budgets.model.SubscriptionType;
import software.amazon.awssdk.services.budgets.model.ThresholdType;
import software.amazon.awssdk.services.budgets.model.TimeUnit;

/** Budgets as AWS tells them, in normal form, and as it is asked for them. What none of ours has is a field of its own. */
final class BudgetReading {
    private BudgetReading() {}

    static Canonical read(
            software.amazon.awssdk.services.budgets.model.Budget budget,
            Optional<Owner> owner,
            List<NotificationWithSubscribers> told) {
        var limit = Optional.ofNullable(budget.budgetLimit());
        var amount = limit.map(Spend::amount).filter(each -> each.signum() > 0);
        var ours = told.stream().filter(each -> plain(each.notification())).toList();
        var addresses = new TreeSet<String>();
        told.forEach(each -> addresses.addAll(addresses(each)));
        var form = Canonical.of(
                new Budget(
                        budget.budgetName(),
                        amount.orElse(BigDecimal.ONE),
                        limit.map(Spend::unit).orElse("USD"),
                        ours.stream()
                                .map(each ->
                                        BigDecimal.valueOf(each.notification().threshold()))
                                .filter(each -> each.signum() > 0)
                                .toList(),
                        addresses.stream()
                                .map(each -> new Receiver(each, List.of()))
                                .toList()),
                owner);
        if (amount.isEmpty()) {
            form = form.with("limit", "none that is fixed");
        }
        for (var each : beyond(budget)) {
            form = form.with(each.field(), each.text());
        }
        if (ours.size() < told.size()) {
            form = form.with("told otherwise", String.valueOf(told.size() - ours.size()));
        }
        var apart = new HashSet<>(told.stream().map(BudgetReading::addresses).toList()).size() > 1;
        return apart ? form.with("told apart", "not everybody at every cost") : form;
    }

    private record Beyond(String field, String text) {}

    @SuppressWarnings("deprecation") // Budgets that were made by the older words are told by them.
    private static List<Beyond> beyond(software.amazon.awssdk.services.budgets.model.Budget budget) {
        var beyond = new ArrayList<Beyond>();
        if (budget.timeUnit() != TimeUnit.MONTHLY) {
            beyond.add(new Beyond("per", budget.timeUnitAsString()));
        }
        if (budget.budgetType() != BudgetType.COST) {
            beyond.add(new Beyond("of", budget.budgetTypeAsString()));
        }
        if (!budget.costFilters().isEmpty() || budget.filterExpression() != null) {
            beyond.add(new Beyond("filters", "some of the costs"));
        }
        if (Optional.ofNullable(budget.costTypes())
                .filter(BudgetReading::chosen)
                .isPresent()) {
            beyond.add(new Beyond("costs", "some kinds of costs"));
        }
        if (budget.autoAdjustData() != null) {
            beyond.add(new Beyond("adjusts", "by itself"));
        }
        return beyond;
    }

    /** "The default value is true" for all that is included, and false for blended and amortized: CostTypes. */
    private static boolean chosen(CostTypes types) {
        return Stream.of(
                                types.includeTax(),
                                types.includeSubscription(),
                                types.includeRefund(),
                                types.includeCredit(),
                                types.includeUpfront(),
                                types.includeRecurring(),
                                types.includeOtherSubscription(),
                                types.includeSupport(),
                                types.includeDiscount())
                        .anyMatch(Boolean.FALSE::equals)
                || Boolean.TRUE.equals(types.useBlended())
                || Boolean.TRUE.equals(types.useAmortized());
    }

    /** Whether it tells of costs above an amount, as ours do. A type that is not said is PERCENTAGE. */
    private static boolean plain(Notification notification) {
        return notification.notificationType() == NotificationType.ACTUAL
                && notification.comparisonOperator() == ComparisonOperator.GREATER_THAN
                && notification.thresholdType() == ThresholdType.ABSOLUTE_VALUE;
    }

    private static Set<String> addresses(NotificationWithSubscribers told) {
        return told.subscribers().stream().map(Subscriber::address).collect(Collectors.toSet());
    }

    static software.amazon.awssdk.services.budgets.model.Budget written(Budget budget) {
        return software.amazon.awssdk.services.budgets.model.Budget.builder()
                .budgetName(budget.name())
                .budgetLimit(Spend.builder()
                        .amount(budget.limit())
                        .unit(budget.currency())
                        .build())
                .timeUnit(TimeUnit.MONTHLY)
                .budgetType(BudgetType.COST)
                .build();
    }

    static List<NotificationWithSubscribers> told(Budget budget) {
        var subscribers = budget.receivers().stream()
                .map(each -> Subscriber.builder()
                        .subscriptionType(
                                each.name().startsWith("arn:") ? SubscriptionType.SNS : SubscriptionType.EMAIL)
                        .address(each.name())
                        .build())
                .toList();
        return budget.marks().stream()
                .map(mark -> NotificationWithSubscribers.builder()
                        .notification(Notification.builder()
                                .notificationType(NotificationType.ACTUAL)
                                .comparisonOperator(ComparisonOperator.GREATER_THAN)
                                .thresholdType(ThresholdType.ABSOLUTE_VALUE)
                                .threshold(mark.doubleValue())
                                .build())
                        .subscribers(subscribers)
                        .build())
                .toList();
    }

    /** Whether both tell the same people at the same costs; what a notification's state is says nothing of that. */
    static boolean same(NotificationWithSubscribers one, NotificationWithSubscribers other) {
        var here = one.notification();
        var there = other.notification();
        return plain(here) == plain(there)
                && here.notificationType() == there.notificationType()
                && Objects.equals(here.threshold(), there.threshold())
                && addresses(one).equals(addresses(other));
    }
}
