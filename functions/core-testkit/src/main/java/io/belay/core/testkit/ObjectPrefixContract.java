package io.belay.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.script.ObjectPrefix;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every object store keeps that scripts are read from. A subclass gives a bucket of its own. */
@Timeout(120)
public abstract class ObjectPrefixContract {
    /** The objects of a bucket that holds nothing but {@code texts}, by key, below {@code prefix}. */
    protected abstract ObjectPrefix holding(Map<String, String> texts, String prefix);

    /** Those of a bucket that is not there. */
    protected abstract ObjectPrefix missing();

    private static String text(ObjectPrefix objects, String name) {
        return new String(objects.content(name, 1_000), StandardCharsets.UTF_8);
    }

    private static void isFault(Fault.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortException.class,
                        failed -> assertThat(failed.fault().kind()).isEqualTo(kind));
    }

    @Test
    void aNameIsWhatFollowsThePrefix() {
        var objects =
                holding(Map.of("db/V1__a.sql", "one", "db/below/V2__b.sql", "two", "other/V3.sql", "three"), "db/");

        assertThat(objects.names(9)).containsExactlyInAnyOrder("V1__a.sql", "below/V2__b.sql");
        assertThat(text(objects, "V1__a.sql")).isEqualTo("one");
        assertThat(text(objects, "below/V2__b.sql")).isEqualTo("two");
    }

    @Test
    void anEmptyPrefixIsTheWholeBucket() {
        assertThat(holding(Map.of("a/1.sql", "", "2.sql", ""), "").names(9))
                .containsExactlyInAnyOrder("a/1.sql", "2.sql");
    }

    @Test
    void whatStandsForAFolderIsNoObject() {
        assertThat(holding(Map.of("db/", "", "db/below/", "", "db/1.sql", ""), "db/")
                        .names(9))
                .containsExactly("1.sql");
    }

    @Test
    void aPrefixWithoutAnObjectHasNone() {
        assertThat(holding(Map.of("db/1.sql", ""), "db2/").names(9)).isEmpty();
    }

    @Test
    void hostileNamesAreNames() {
        var name = "a b+c%2F'; drop table x; -- \u00fc\u6f22 ?#&<>.sql";
        var objects = holding(Map.of("db/" + name, "one"), "db/");

        assertThat(objects.names(9)).containsExactly(name);
        assertThat(text(objects, name)).isEqualTo("one");
    }

    /** A page of S3 and of OSS holds 1,000 at the most. */
    @Test
    void moreThanAPageIsListedWhole() {
        var texts = new LinkedHashMap<String, String>();
        IntStream.range(0, 1_050).forEach(each -> texts.put("db/" + each + ".sql", ""));

        assertThat(holding(texts, "db/").names(1_050)).hasSize(1_050).doesNotHaveDuplicates();
    }

    @Test
    void whatIsMoreThanItMayBeIsRejected() {
        var objects = holding(Map.of("db/1.sql", "12345", "db/2.sql", ""), "db/");

        isFault(Fault.Kind.REJECTED, () -> objects.names(1));
        isFault(Fault.Kind.REJECTED, () -> objects.content("1.sql", 4));
        assertThat(objects.content("1.sql", 5)).hasSize(5);
        assertThat(objects.content("2.sql", 0)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        isFault(
                Fault.Kind.NOT_FOUND,
                () -> holding(Map.of("db/1.sql", ""), "db/").content("2.sql", 9));
        isFault(Fault.Kind.NOT_FOUND, () -> missing().names(9));
    }
}
