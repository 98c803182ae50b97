package io.belay.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmStore;
import io.belay.core.alarm.Applied;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.plan.Change;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every store of alarms keeps, whatever it is. A subclass gives an empty store for each test, one resource at least of every
 * kind that it can express, in an order in which they can be made, and the hands of somebody who works on it past us.
 */
@Timeout(120)
public abstract class AlarmStoreContract {
    /** Whose mark the things of these tests bear. */
    protected static final Owner OWNER = new Owner("shop", "prod");

    /** The store. */
    protected abstract AlarmStore store();

    /** The same store through another instance: nothing shared in memory. */
    protected abstract AlarmStore other();

    /** What it should hold, each before what points at it; of each kind that can be expressed, one at least. */
    protected abstract List<Resource> wanted();

    /** Somebody makes a thing like {@code wanted} that bears no mark of ours; its kind is one that bears marks. */
    protected abstract void foreign(Resource wanted);

    /** Somebody changes what is there of that id, so that it differs in one field at least. */
    protected abstract void byHand(Id id);

    /** How many writes arrived through the port: of whatever kind, also those that changed nothing. */
    protected abstract int writes();

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(60), InstantSource.system());
    }

    private List<Rendering> canonical(AlarmStore store) throws InterruptedException {
        return store.canonical(OWNER, wanted(), soon());
    }

    private List<Canonical> forms() throws InterruptedException {
        return canonical(store()).stream().flatMap(each -> each.form().stream()).toList();
    }

    private List<Canonical> current() throws InterruptedException {
        return other().current(OWNER, wanted(), soon()).stream().map(Held::form).toList();
    }

    private Canonical current(Id id) throws InterruptedException {
        return current().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Applied apply(Change<Canonical> change) throws InterruptedException {
        return store().apply(OWNER, List.of(change), soon()).getFirst();
    }

    private void make() throws InterruptedException {
        for (var form : forms()) {
            assertThat(apply(new Change.Create<>(form)))
                    .as("made %s", form.id())
                    .isInstanceOf(Applied.Written.class);
        }
    }

    private List<Canonical> owned() throws InterruptedException {
        return forms().stream().filter(each -> each.id().kind().owned()).toList();
    }

    private Resource wantedAs(Canonical form) {
        return wanted().stream()
                .filter(each -> each.id().equals(form.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itCanExpressSomething() throws InterruptedException {
        assertThat(forms()).isNotEmpty();
    }

    @Test
    void ofTheSameItMakesTheSameWhoeverAsks() throws InterruptedException {
        assertThat(canonical(other())).isEqualTo(canonical(store()));
    }

    @Test
    void everyFormHasTheIdThatWasWantedAndItsOwnersMark() throws InterruptedException {
        for (var rendering : canonical(store())) {
            rendering.form().ifPresent(form -> {
                assertThat(form.id()).isEqualTo(rendering.wanted().id());
                assertThat(form.owner().isPresent()).isEqualTo(form.id().kind().owned());
                assertThat(form.owner()).isIn(Optional.of(OWNER), Optional.empty());
            });
        }
    }

    @Test
    void whatWasMadeIsListedInTheVeryFormThatWasPlanned() throws InterruptedException {
        make();
        for (var form : forms()) {
            assertThat(current(form.id()).all().to(form.all()))
                    .as("%s", form.id())
                    .isEmpty();
        }
    }

    @Test
    void makingItAgainWritesNothing() throws InterruptedException {
        make();
        var before = writes();
        for (var form : forms()) {
            assertThat(apply(new Change.Create<>(form))).as("%s", form.id()).isInstanceOf(Applied.SoAlready.class);
        }
        assertThat(writes()).isEqualTo(before);
    }

    @Test
    void readingWritesNothing() throws InterruptedException {
        var before = writes();
        assertThat(current().stream().filter(each -> each.owner().isPresent())).isEmpty();
        assertThat(canonical(store())).isNotEmpty();
        assertThat(writes()).isEqualTo(before);
    }

    @Test
    void whatSomebodyChangedByHandDiffersAndIsPutRight() throws InterruptedException {
        make();
        for (var form : owned()) {
            byHand(form.id());
            var current = current(form.id());
            assertThat(current.all().to(form.all())).as("%s", form.id()).isNotEmpty();

            assertThat(apply(new Change.Update<>(current, form))).isInstanceOf(Applied.Written.class);
            assertThat(current(form.id()).all().to(form.all()))
                    .as("%s", form.id())
                    .isEmpty();
        }
    }

    @Test
    void whatWasChangedSinceThePlanIsAConflictAndStaysAsItIs() throws InterruptedException {
        make();
        for (var form : owned()) {
            byHand(form.id());
            var changed = current(form.id());
            var before = writes();

            assertThat(apply(new Change.Update<>(form, form.with("description", "of a stale plan"))))
                    .isInstanceOfSatisfying(
                            Applied.Refused.class,
                            refused -> assertThat(refused.fault().kind()).isEqualTo(Fault.Kind.CONFLICT));
            assertThat(writes()).as("%s", form.id()).isEqualTo(before);
            assertThat(current(form.id()).same(changed)).as("%s", form.id()).isTrue();
        }
    }

    @Test
    void whatBearsNoMarkIsListedAsNobodysAndNotTouched() throws InterruptedException {
        for (var form : owned()) {
            foreign(wantedAs(form));
            var theirs = current(form.id());
            assertThat(theirs.owner()).as("%s", form.id()).isEmpty();
            var before = writes();

            assertThat(apply(new Change.Create<>(form))).as("%s", form.id()).isInstanceOf(Applied.Refused.class);
            assertThat(apply(new Change.Delete<>(theirs))).as("%s", form.id()).isInstanceOf(Applied.Refused.class);
            assertThat(writes()).isEqualTo(before);
            assertThat(current(form.id()).same(theirs)).as("%s", form.id()).isTrue();
        }
    }

    @Test
    void whatIsTakenOverBearsTheMarkFromThenOn() throws InterruptedException {
        for (var form : owned()) {
            foreign(wantedAs(form));
            assertThat(apply(new Change.Update<>(current(form.id()), form)))
                    .as("%s", form.id())
                    .isInstanceOf(Applied.Written.class);
            assertThat(current(form.id()).all().to(form.all()))
                    .as("%s", form.id())
                    .isEmpty();
        }
    }

    @Test
    void whatIsDeletedIsGoneAndDeletingItAgainWritesNothing() throws InterruptedException {
        make();
        for (var form : new ArrayList<>(owned()).reversed()) {
            assertThat(apply(new Change.Delete<>(form))).as("%s", form.id()).isInstanceOf(Applied.Written.class);
        }
        assertThat(current().stream().filter(each -> each.id().kind().owned())).isEmpty();
        var before = writes();
        for (var form : new ArrayList<>(owned()).reversed()) {
            assertThat(apply(new Change.Delete<>(form))).as("%s", form.id()).isInstanceOf(Applied.SoAlready.class);
        }
        assertThat(writes()).isEqualTo(before);
    }

    @Test
    void whatItSaysGoesTogetherDoes() throws InterruptedException {
        make();
        var changes = new ArrayList<Change<Canonical>>();
        owned().reversed().forEach(form -> changes.add(new Change.Delete<>(form)));
        while (!changes.isEmpty()) {
            var toll = store().toll(changes.getFirst());
            var batch = changes.stream()
                    .takeWhile(each -> store().toll(each).equals(toll))
                    .limit(toll.together())
                    .toList();
            assertThat(store().apply(OWNER, batch, soon()))
                    .hasSameSizeAs(batch)
                    .allSatisfy(each -> assertThat(each).isInstanceOf(Applied.Written.class));
            changes.subList(0, batch.size()).clear();
        }
        assertThat(current().stream().filter(each -> each.owner().isPresent())).isEmpty();
    }

    @Test
    void withNoTimeLeftNothingIsWritten() throws InterruptedException {
        var form = forms().getFirst();
        var over = Deadline.in(Duration.ZERO, InstantSource.system());
        var before = writes();

        assertThatThrownBy(() -> store().apply(OWNER, List.of(new Change.Create<>(form)), over))
                .isInstanceOfSatisfying(
                        PortException.class,
                        fault -> assertThat(fault.fault().kind()).isEqualTo(Fault.Kind.TIMED_OUT));
        assertThat(writes()).isEqualTo(before);
    }
}
