package io.belay.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.host.Shell;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every way to run a script on a host keeps. A subclass gives a host whose scripts are run by a real {@code sh}. */
@Timeout(60)
public abstract class ShellContract {
    /** A way to the host. */
    protected abstract Shell shell();

    /** A way to a host that is not there. */
    protected abstract Shell lost();

    /** How many scripts the host was given. */
    protected abstract int ran();

    private static Deadline in(Duration span) {
        return Deadline.in(span, InstantSource.system());
    }

    private Shell.Ended run(String script) throws InterruptedException {
        return shell().run(script, in(Duration.ofSeconds(30)));
    }

    @Test
    void aHostIsNamed() {
        assertThat(shell().kind()).isNotBlank();
        assertThat(shell().target().address()).isNotBlank();
        assertThat(shell().target().address()).isNotEqualTo(lost().target().address());
    }

    @Test
    void whatAScriptSaysIsToldAsItIs() throws Exception {
        var ended = run("printf '%s\\n' 'one \"two\" $three' 'vier €, 五'\n");

        assertThat(ended.code()).isZero();
        assertThat(ended.said()).isEqualTo("one \"two\" $three\nvier €, 五\n");
    }

    @Test
    void bracesAreNoParametersOfACloud() throws Exception {
        assertThat(run("printf %s '{{index .Labels \"a\"}} {{.Image}}'").said())
                .isEqualTo("{{index .Labels \"a\"}} {{.Image}}");
    }

    @Test
    void howAScriptEndsIsTold() throws Exception {
        assertThat(run("exit 75").code()).isEqualTo(75);
    }

    @Test
    void whatAScriptComplainsOfIsTold() throws Exception {
        var ended = run("echo 'no such image' >&2\nexit 66");

        assertThat(ended.code()).isEqualTo(66);
        assertThat(ended.complained()).contains("no such image");
    }

    @Test
    void aScriptIsRunOnce() throws Exception {
        run("true");

        assertThat(ran()).isEqualTo(1);
    }

    @Test
    void aHostThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> lost().run("true", in(Duration.ofSeconds(30))))
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.fault().kind()).isIn(Fault.Kind.NOT_FOUND, Fault.Kind.REJECTED));
        assertThat(ran()).isZero();
    }

    @Test
    void withNoTimeLeftNothingIsRun() {
        assertThatThrownBy(() -> shell().run("true", in(Duration.ZERO)))
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.fault().kind()).isEqualTo(Fault.Kind.TIMED_OUT));
        assertThat(ran()).isZero();
    }
}
