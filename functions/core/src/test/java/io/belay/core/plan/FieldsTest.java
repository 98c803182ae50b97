package io.belay.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FieldsTest {
    private static final Fields FIVE = Fields.NONE.with("threshold", "> 5").with("period", "60s");

    @Test
    void theSameMakeNoDifferenceInWhateverOrder() {
        assertThat(Fields.NONE.with("period", "60s").with("threshold", "> 5").to(FIVE))
                .isEmpty();
    }

    @Test
    void aDifferenceReadsFromWhatIsToWhatShouldBe() {
        assertThat(FIVE.with("threshold", "> 50").to(FIVE))
                .extracting(Difference::toString)
                .containsExactly("threshold: > 50 → > 5");
    }

    @Test
    void whatIsOnlyOnOneSideIsADifference() {
        assertThat(FIVE.without("period").with("actions", "off").to(FIVE))
                .containsExactly(
                        new Difference("period", Optional.empty(), Optional.of("60s")),
                        new Difference("actions", Optional.of("off"), Optional.empty()));
    }

    @Test
    void everyPolicyAllowsWhatItSays() {
        var create = new Change.Create<>("a");
        var update = new Change.Update<>("a", "b");
        var delete = new Change.Delete<>("a");
        assertThat(ChangePolicy.CREATE_ONLY)
                .matches(it -> it.allows(create) && !it.allows(update) && !it.allows(delete));
        assertThat(ChangePolicy.UPSERT_ONLY)
                .matches(it -> it.allows(create) && it.allows(update) && !it.allows(delete));
        assertThat(ChangePolicy.SYNC).matches(it -> it.allows(create) && it.allows(update) && it.allows(delete));
    }
}
