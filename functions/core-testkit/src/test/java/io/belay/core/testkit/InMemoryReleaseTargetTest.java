package io.belay.core.testkit;

import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** The one in memory keeps the contract however its platform is made. */
final class InMemoryReleaseTargetTest {
    @Nested
    final class WhereWritesAreCompared extends Case {
        WhereWritesAreCompared() {
            super(new InMemoryRelease("compared", new TestingTime()));
        }
    }

    @Nested
    final class WhereNothingIsCompared extends Case {
        WhereNothingIsCompared() {
            super(new InMemoryRelease("read twice", new TestingTime()).compares(false));
        }
    }

    @Nested
    final class WhereShiftsTakeTheirTime extends Case {
        WhereShiftsTakeTheirTime() {
            super(new InMemoryRelease("slow", new TestingTime()).slow(2));
        }

        @Override
        protected void arrive() throws InterruptedException {
            release.look();
            release.look();
        }
    }

    abstract static class Case extends ReleaseTargetContract {
        final InMemoryRelease release;
        private final Revision good;
        private final Revision unfit;
        private final Revision bad;

        Case(InMemoryRelease release) {
            this.release = release;
            good = release.add("41");
            unfit = release.add("40", Optional.of("not active"));
            bad = release.deploy("42");
        }

        @Override
        protected ReleaseTarget target() {
            return new InMemoryReleaseTarget(release);
        }

        @Override
        protected ReleaseTarget other() {
            return new InMemoryReleaseTarget(release);
        }

        @Override
        protected Revision bad() {
            return bad;
        }

        @Override
        protected Revision good() {
            return good;
        }

        @Override
        protected Optional<Revision> unfit() {
            return Optional.of(unfit);
        }

        @Override
        protected void deploy() {
            release.deploy("43");
        }

        @Override
        protected boolean split() {
            release.serve(Map.of(bad, 10, good, 90));
            return true;
        }

        @Override
        protected int writes() {
            return release.writes();
        }
    }
}
