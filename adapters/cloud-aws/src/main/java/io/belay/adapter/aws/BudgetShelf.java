package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.alarm.Budget;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Obstacle;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Quota;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Toll;
import io.belay.core.plan.Change;
import io.belay.core.shelf.PlainShelf;
import io.belay.core.shelf.Shelf;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The account's budgets, whatever the region. The owner's mark is a tag, written with the budget. AWS documents no quota of these
 * calls: two a second is a careful one.
 */
final class BudgetShelf implements PlainShelf {
    private static final Quota CALLS = Quota.perSecond("Budgets", 2);
    private static final Set<String> ONE_BY_ONE =
            Set.of("told at", "receivers", "told apart", "told otherwise", "owner");

    private final AwsClients aws;
    private final AwsAccount account;
    private final BudgetCalls calls;
    private final BudgetForm forms;

    BudgetShelf(AwsClients aws, AwsAccount account) {
        this.aws = aws;
        this.account = account;
        this.calls = new BudgetCalls(aws, account);
        this.forms = new BudgetForm(account);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.BUDGET);
    }

    @Override
    public Rendering rendering(Owner owner, Resource wanted) {
        return forms.rendering(owner, (Budget) wanted);
    }

    @Override
    public List<Held> all(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException {
        var names = wanted.stream().map(Resource::name).collect(Collectors.toSet());
        var reach = new ActionReach(aws, account, deadline);
        var all = new ArrayList<Held>();
        for (var budget : calls.all(deadline)) {
            var name = budget.budgetName();
            var whose = calls.owner(name, deadline);
            if (whose.equals(Optional.of(owner)) || names.contains(name)) {
                var form = BudgetReading.read(budget, whose, calls.told(name, deadline));
                all.add(new Held(form, obstacles(form, reach)));
            }
        }
        return all;
    }

    private List<Obstacle> obstacles(Canonical form, ActionReach reach) throws InterruptedException {
        var obstacles = new ArrayList<Obstacle>();
        for (var each : ((Budget) form.resource()).receivers()) {
            if (account.has("sns", each.name())) {
                reach.topic(each.name()).ifPresent(obstacles::add);
            }
        }
        return obstacles;
    }

    @Override
    public Map<Id, Canonical> now(Owner owner, List<Change<Canonical>> changes, Deadline deadline)
            throws InterruptedException {
        return Shelf.each(changes, change -> read(change.subject().id().name(), deadline));
    }

    private Optional<Canonical> read(String name, Deadline deadline) throws InterruptedException {
        var budget = calls.named(name, deadline);
        return budget.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        BudgetReading.read(budget.get(), calls.owner(name, deadline), calls.told(name, deadline)));
    }

    @Override
    public void put(Owner owner, Optional<Canonical> now, Canonical form, Deadline deadline)
            throws InterruptedException {
        var budget = (Budget) form.resource();
        var told = BudgetReading.told(budget);
        if (now.isEmpty()) {
            calls.create(BudgetReading.written(budget), told, owner, deadline);
            return;
        }
        if (!now.get().owner().equals(form.owner())) {
            calls.tag(budget.name(), owner, deadline);
        }
        if (now.get().fields().to(form.fields()).stream().anyMatch(each -> !ONE_BY_ONE.contains(each.field()))) {
            calls.update(BudgetReading.written(budget), deadline);
        }
        var there = calls.told(budget.name(), deadline);
        for (var each : there) {
            if (told.stream().noneMatch(due -> BudgetReading.same(due, each))) {
                calls.tellNot(budget.name(), each.notification(), deadline);
            }
        }
        for (var due : told) {
            if (there.stream().noneMatch(each -> BudgetReading.same(due, each))) {
                calls.tell(budget.name(), due, deadline);
            }
        }
    }

    @Override
    public void delete(Owner owner, List<Canonical> forms, Deadline deadline) throws InterruptedException {
        for (var form : forms) {
            calls.delete(form.id().name(), deadline);
        }
    }

    /** The mark comes first, then the limit, then each cost at which it tells. */
    @Override
    public boolean begun(Change<Canonical> change, Optional<Canonical> now) {
        if (now.isEmpty()
                || change.before().isEmpty()
                || change.after().isEmpty()
                || !now.get().owner().equals(change.after().get().owner())) {
            return false;
        }
        var is = now.get();
        var before = change.before().get();
        var after = change.after().get();
        var settled = is.fields().to(after.fields()).stream()
                .filter(each -> !ONE_BY_ONE.contains(each.field()))
                .allMatch(each -> each.is().equals(before.fields().text(each.field())));
        return settled && mixed(marks(before), marks(is), marks(after)) && mixed(told(before), told(is), told(after));
    }

    private static boolean mixed(Set<Object> before, Set<Object> now, Set<Object> after) {
        var any = new HashSet<>(before);
        any.addAll(after);
        return any.containsAll(now);
    }

    private static Set<Object> marks(Canonical form) {
        return Set.copyOf(((Budget) form.resource()).marks());
    }

    private static Set<Object> told(Canonical form) {
        return ((Budget) form.resource())
                .receivers().stream().map(Receiver::name).collect(Collectors.toSet());
    }

    @Override
    public Toll toll(Change<Canonical> change) {
        var form = change.subject();
        return new Toll(Map.of(CALLS, 5 + 2 * ((Budget) form.resource()).marks().size()), 1);
    }
}
