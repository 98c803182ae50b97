package io.belay.rollback;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;

/**
 * The laws, held over whole histories: deploys, alarms delivered twice, late and at once, health, crashes before and after every
 * call, lost answers, clocks that differ. How many is {@code jqwik.tries.default}; a failure says its history, shrunk, and the
 * seed that gives it again.
 */
@AddLifecycleHook(value = SaysItsHistory.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
final class LawsTest {
    @Property(shrinking = ShrinkingMode.FULL)
    void aBadRevisionIsRolledBackOnce(@ForAll("histories") History history) {
        hold(Law.ONCE, history);
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void oneTimeOfRedIsOneRollback(@ForAll("histories") History history) {
        hold(Law.ONCE_FOR_A_CAUSE, history);
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void onlyAKnownGoodRevisionReturns(@ForAll("histories") History history) {
        hold(Law.KNOWN_GOOD, history);
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void nothingMovesWithoutACause(@ForAll("histories") History history) {
        hold(Law.FOR_A_CAUSE, history);
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void noCodeReturnsToASchemaItCannotRunOn(@ForAll("histories") History history) {
        hold(Law.SCHEMA, history);
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void whatSomebodyDeployedIsLeftAlone(@ForAll("histories") History history) {
        hold(Law.HANDS_OFF, history);
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void targetsMoveInOrderEachPreparedFirst(@ForAll("histories") History history) {
        hold(Law.WHOLE, history);
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void whatWasCutShortIsBroughtToAnEnd(@ForAll("histories") History history) {
        hold(Law.TO_AN_END, history);
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void successIsSaidOnlyAfterHealthPassedOnWhatWasRestored(@ForAll("histories") History history) {
        hold(Law.PROVED, history);
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void theBrakesHold(@ForAll("histories") History history) {
        hold(Law.BRAKED, history);
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void everyRunThatSomethingCausedIsToldOnce(@ForAll("histories") History history) {
        hold(Law.TOLD, history);
    }

    @Provide
    Arbitrary<History> histories() {
        return Histories.any();
    }

    private static void hold(Law law, History history) {
        OnOneThread.run(() -> law.hold(history, Guards.ALL));
    }
}
