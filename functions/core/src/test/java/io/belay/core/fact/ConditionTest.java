package io.belay.core.fact;

import static io.belay.core.fact.Comparison.AT_LEAST;
import static io.belay.core.fact.Comparison.AT_MOST;
import static io.belay.core.fact.Comparison.BELOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.fact.Condition.AllOf;
import io.belay.core.fact.Condition.AnyOf;
import io.belay.core.fact.Condition.Between;
import io.belay.core.fact.Condition.Compared;
import io.belay.core.fact.Condition.Contains;
import io.belay.core.fact.Condition.Is;
import io.belay.core.fact.Condition.Matches;
import io.belay.core.fact.Condition.Not;
import io.belay.core.fact.Condition.Open;
import io.belay.core.fact.Condition.Present;
import io.belay.core.settings.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ConditionTest {
    @Test
    void aBoundHoldsOfSeveralValuesWhereItHoldsOfEach() {
        var below = new Compared(BELOW, Value.of(5));

        assertThat(below.holds(Value.of(List.of(Value.of(1), Value.of(4))))).isTrue();
        assertThat(below.holds(Value.of(List.of(Value.of(1), Value.of(5))))).isFalse();
        assertThat(below.holds(Value.of(List.<Value>of()))).isFalse();
    }

    @Test
    void aNumberEqualsATextThatReadsAsIt() {
        assertThat(new Is(Value.of(5)).holds(Value.of("5.0"))).isTrue();
        assertThat(new Is(Value.of("5")).holds(Value.of(5))).isTrue();
        assertThat(new Is(Value.of(5)).holds(Value.of("5 rows"))).isFalse();
    }

    @Test
    void twoTextsAreNotComparedAsNumbers() {
        assertThat(new Is(Value.of("1.10")).holds(Value.of("1.1"))).isFalse();
    }

    @Test
    void aFlagEqualsTheTextOfIt() {
        assertThat(new Is(Value.of(true)).holds(Value.of("TRUE"))).isTrue();
    }

    @Test
    void aVersionIsComparedPartByPart() {
        var atLeast = new Compared(AT_LEAST, Value.of("8.0.41"));

        assertThat(atLeast.holds(Value.of("8.0.100-debian"))).isTrue();
        assertThat(atLeast.holds(Value.of("8.0.9"))).isFalse();
        assertThat(atLeast.holds(Value.of("8.1"))).isTrue();
    }

    @Test
    void twoTextsThatLookLikeNumbersAreVersions() {
        assertThat(new Compared(AT_LEAST, Value.of("14.10")).holds(Value.of("14.9")))
                .isFalse();
    }

    @Test
    void aVersionThatLooksLikeANumberIsStillOrderedAgainstALongerOne() {
        assertThat(new Compared(AT_LEAST, Value.of("14.2.1")).holds(Value.of("15")))
                .isTrue();
    }

    @Test
    void spansAreComparedByLength() {
        var within = new Compared(AT_MOST, Value.of(Duration.ofMillis(500)));

        assertThat(within.holds(Value.of(Duration.ofMillis(500)))).isTrue();
        assertThat(within.holds(Value.of(Duration.ofSeconds(1)))).isFalse();
    }

    @Test
    void whatCannotBeOrderedDoesNotHold() {
        assertThat(new Compared(BELOW, Value.of(5)).holds(Value.of("none"))).isFalse();
        assertThat(new Compared(BELOW, Value.of(5)).holds(Value.absent())).isFalse();
        assertThat(new Compared(BELOW, Value.of(5)).holds(Value.of(Duration.ZERO)))
                .isFalse();
    }

    @Test
    void aRangeHoldsBothEnds() {
        var range = new Between(Value.of(200), Value.of(299));

        assertThat(range.holds(Value.of(200))).isTrue();
        assertThat(range.holds(Value.of(299))).isTrue();
        assertThat(range.holds(Value.of(300))).isFalse();
    }

    @Test
    void aRangeBackwardsIsRefused() {
        assertThatThrownBy(() -> new Between(Value.of(299), Value.of(200)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAbsentFactIsOnlyAbsent() {
        var absent = Value.absent();

        assertThat(new Is(Value.of("absent")).holds(absent)).isFalse();
        assertThat(new Contains("abs").holds(absent)).isFalse();
        assertThat(new Matches(Pattern.compile(".*")).holds(absent)).isFalse();
        assertThat(new Present(true).holds(absent)).isFalse();
        assertThat(new Present(false).holds(absent)).isTrue();
        assertThat(new Not(new Is(Value.of(1))).holds(absent)).isTrue();
    }

    @Test
    void aListContainsAWholeItemAndNoPartOfOne() {
        var names = Value.of(List.of(Value.of("api.example.com"), Value.of("*.example.com")));

        assertThat(new Contains("api.example.com").holds(names)).isTrue();
        assertThat(new Contains("api").holds(names)).isFalse();
    }

    @Test
    void aConditionOfNoneIsRefused() {
        assertThatThrownBy(() -> new AnyOf(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPatternThatBacktracksWithoutEndGivesUp() {
        var evil = new Matches(Pattern.compile("(a+)+$"));

        assertThat(evil.holds(Value.of("a".repeat(50_000) + "!"))).isFalse();
    }

    @Test
    void aHugeExponentIsShownWithoutItsZeros() {
        assertThat(Value.of(new BigDecimal("1e999999999")).shown()).hasSizeLessThan(30);
    }

    private static Condition open(String before, String variable) {
        var text = new Text(List.of(new Text.Part.Literal(before), new Text.Part.Variable(variable)));
        return new Open(text, filled -> new Is(Value.of(filled)));
    }

    @Test
    void aVariableIsFilledInAtAnyDepth() {
        var condition = new Not(new AnyOf(List.of(new AllOf(List.of(open("belay-", "ref"))), new Contains("x"))));

        var filled = condition.fill(Map.of("ref", "7"), Set.of());

        assertThat(condition.variables()).containsExactly("ref");
        assertThat(filled.variables()).isEmpty();
        assertThat(filled.holds(Value.of("belay-7"))).isFalse();
        assertThat(filled.holds(Value.of("belay-8"))).isTrue();
        assertThat(filled.shown()).isEqualTo("not belay-7 or contains x");
    }

    @Test
    void aHiddenVariableIsComparedAndNotShown() {
        var filled = open("", "pin").fill(Map.of("pin", "42"), Set.of("pin"));

        assertThat(filled.holds(Value.of(42))).isTrue();
        assertThat(filled.shown()).isEqualTo("{{pin}}");
        assertThat(filled.toString()).doesNotContain("42");
    }

    @Test
    void anUnfilledVariableHoldsOfNothing() {
        var open = open("", "ref");

        assertThatThrownBy(() -> open.holds(Value.of("{{ref}}"))).isInstanceOf(IllegalStateException.class);
    }
}
