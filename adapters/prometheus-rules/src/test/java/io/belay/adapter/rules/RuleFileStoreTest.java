package io.belay.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.AlarmStore;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Resource;
import io.belay.core.plan.Change;
import io.belay.core.testkit.AlarmStoreContract;
import io.belay.core.testkit.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every alarm of the preset for a job, one of one's own, and one on alarms. */
class RuleFileStoreTest extends AlarmStoreContract {
    @TempDir
    private Path folder = Path.of("");

    private Path file() {
        return folder.resolve("belay.yml");
    }

    @Override
    protected AlarmStore store() {
        return new RuleFileStore(file());
    }

    @Override
    protected AlarmStore other() {
        return new RuleFileStore(file());
    }

    @Override
    protected List<Resource> wanted() {
        return Wanted.all(OWNER);
    }

    @Override
    protected void foreign(Resource wanted) {
        edit("groups: []\n", "groups:\n- name: theirs\n  rules: []\n");
        var rule = "  - alert: \"" + wanted.name() + "\"\n    expr: up == 0\n    labels: { team: theirs }\n";
        edit("  rules: []\n", "  rules:\n");
        edit("- name: theirs\n  rules:\n", "- name: theirs\n  rules:\n" + rule);
    }

    @Override
    protected void byHand(Id id) {
        var rules = RuleFile.read(read());
        var form = rules.find(id).orElseThrow();
        rules.put(
                OWNER,
                new Canonical(form.resource(), form.owner(), form.fields().with(PromForm.FOR, "7s")));
        write(rules.written());
    }

    @Override
    protected int writes() {
        try {
            return Files.exists(file())
                    ? String.valueOf(Files.getAttribute(file(), "unix:ino")).hashCode()
                    : 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void edit(String from, String to) {
        write((Files.exists(file()) ? read() : "groups: []\n").replace(from, to));
    }

    private String read() {
        try {
            return Files.readString(file());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void write(String text) {
        try {
            Files.writeString(file(), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void make() throws InterruptedException {
        var deadline = Deadline.in(Duration.ofSeconds(10), InstantSource.system());
        var changes = store().canonical(OWNER, wanted(), deadline).stream()
                .flatMap(each -> each.form().stream())
                .<Change<Canonical>>map(Change.Create::new)
                .toList();
        store().apply(OWNER, changes, deadline);
    }

    @Test
    void promtoolTakesTheRules() throws Exception {
        make();
        var promtool = Programs.path("promtool", "prometheus");

        var checked = Checked.of(promtool, "check", "rules", "--lint=all", "--lint-fatal", file().toString());

        assertThat(checked.exit()).as(checked.said()).isZero();
        assertThat(checked.said())
                .contains(wanted().stream().filter(RuleFileStoreTest::ruled).count() + " rules found");
    }

    private static boolean ruled(Resource each) {
        return each instanceof AlarmSpec || each instanceof Composite;
    }

    @Test
    void whatIsNotOursStaysAsItIs() throws Exception {
        write("""
                groups:
                - name: theirs
                  interval: 15s
                  rules:
                  - record: job:up
                    expr: sum by (job) (up)
                  - alert: Theirs
                    expr: job:up == 0
                """);

        make();

        assertThat(read())
                .contains(
                        "- name: theirs\n  interval: 15s\n",
                        "- record: job:up",
                        "- alert: Theirs\n    expr: job:up == 0");
        assertThat(store().current(OWNER, wanted(), Deadline.in(Duration.ofSeconds(1), InstantSource.system())))
                .noneMatch(each -> each.form().id().name().equals("Theirs"));
    }

    @Test
    void whatPrometheusCannotExpressIsSaidWithItsReason() throws Exception {
        var deadline = Deadline.in(Duration.ofSeconds(1), InstantSource.system());

        assertThat(store().canonical(OWNER, Wanted.beyond(), deadline))
                .allSatisfy(each -> assertThat(each.form()).isEmpty())
                .flatExtracting(each -> each.gaps())
                .extracting(Gap::reason)
                .containsExactly(
                        "Prometheus knows no band: ask by a query that compares with the past",
                        "Prometheus has no metric of function-errors that is the same everywhere: ask by a query",
                        "a cloud's metric is not Prometheus': ask by a query",
                        "Prometheus keeps no retention in a rule file");
    }

    @Test
    void aFileThatIsNoneIsNotWrittenOver() {
        write("just a text");

        assertThatThrownBy(this::make)
                .isInstanceOfSatisfying(
                        PortException.class,
                        fault -> assertThat(fault.fault().kind()).isEqualTo(Fault.Kind.REJECTED));
        assertThat(read()).isEqualTo("just a text");
    }
}
