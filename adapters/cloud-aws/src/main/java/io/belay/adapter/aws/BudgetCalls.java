package io.belay.adapter.aws;

import io.belay.core.Absent;
import io.belay.core.Deadline;
import io.belay.core.alarm.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.NotificationWithSubscribers;
import software.amazon.awssdk.services.budgets.model.ResourceTag;

/** The calls of AWS Budgets, each once. */
record BudgetCalls(AwsClients aws, AwsAccount account) {
    private static final int PAGE = 100;

    List<Budget> all(Deadline deadline) throws InterruptedException {
        return Pages.all(
                "DescribeBudgets",
                token -> AwsCall.ask(
                        deadline,
                        limits -> aws.budgets()
                                .describeBudgets(request -> request.accountId(account.id())
                                        .maxResults(PAGE)
                                        .nextToken(token.orElse(null))
                                        .overrideConfiguration(limits))),
                answer -> Optional.ofNullable(answer.nextToken()),
                answer -> answer.budgets());
    }

    Optional<Budget> named(String name, Deadline deadline) throws InterruptedException {
        return Absent.or(() -> AwsCall.ask(
                        deadline,
                        limits -> aws.budgets()
                                .describeBudget(request -> request.accountId(account.id())
                                        .budgetName(name)
                                        .overrideConfiguration(limits)))
                .budget());
    }

    Optional<Owner> owner(String name, Deadline deadline) throws InterruptedException {
        return AwsCall.ask(
                        deadline,
                        limits -> aws.budgets()
                                .listTagsForResource(request ->
                                        request.resourceARN(arn(name)).overrideConfiguration(limits)))
                .resourceTags()
                .stream()
                .filter(each -> each.key().equals(CloudWatchMark.TAG))
                .flatMap(each -> Owner.read(each.value()).stream())
                .findFirst();
    }

    private String arn(String name) {
        return account.budget("budget/" + name);
    }

    /** At which costs whom it tells. */
    List<NotificationWithSubscribers> told(String name, Deadline deadline) throws InterruptedException {
        var notifications = Pages.all(
                "DescribeNotificationsForBudget",
                token -> AwsCall.ask(
                        deadline,
                        limits -> aws.budgets()
                                .describeNotificationsForBudget(request -> request.accountId(account.id())
                                        .budgetName(name)
                                        .nextToken(token.orElse(null))
                                        .overrideConfiguration(limits))),
                answer -> Optional.ofNullable(answer.nextToken()),
                answer -> answer.notifications());
        var told = new ArrayList<NotificationWithSubscribers>();
        for (var each : notifications) {
            var subscribers = AwsCall.ask(
                            deadline,
                            limits -> aws.budgets()
                                    .describeSubscribersForNotification(request -> request.accountId(account.id())
                                            .budgetName(name)
                                            .notification(each)
                                            .overrideConfiguration(limits)))
                    .subscribers();
            told.add(NotificationWithSubscribers.builder()
                    .notification(each)
                    .subscribers(subscribers)
                    .build());
        }
        return told;
    }

    void create(Budget budget, List<NotificationWithSubscribers> told, Owner owner, Deadline deadline)
            throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.budgets()
                        .createBudget(request -> request.accountId(account.id())
                                .budget(budget)
                                .notificationsWithSubscribers(told)
                                .resourceTags(tag(owner))
                                .overrideConfiguration(limits)));
    }

    private static ResourceTag tag(Owner owner) {
        return ResourceTag.builder().key(CloudWatchMark.TAG).value(owner.mark()).build();
    }

    void tag(String name, Owner owner, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.budgets()
                        .tagResource(request -> request.resourceARN(arn(name))
                                .resourceTags(tag(owner))
                                .overrideConfiguration(limits)));
    }

    void update(Budget budget, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.budgets()
                        .updateBudget(request -> request.accountId(account.id())
                                .newBudget(budget)
                                .overrideConfiguration(limits)));
    }

    void tell(String name, NotificationWithSubscribers told, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.budgets()
                        .createNotification(request -> request.accountId(account.id())
                                .budgetName(name)
                                .notification(told.notification())
                                .subscribers(told.subscribers())
                                .overrideConfiguration(limits)));
    }

    void tellNot(String name, Notification notification, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.budgets()
                        .deleteNotification(request -> request.accountId(account.id())
                                .budgetName(name)
                                .notification(notification)
                                .overrideConfiguration(limits)));
    }

    void delete(String name, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.budgets()
                        .deleteBudget(request ->
                                request.accountId(account.id()).budgetName(name).overrideConfiguration(limits)));
    }
}
