package io.belay.adapter.aws;

import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.SavedQuery;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryDefinition;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryLanguage;

/** The owner's mark of a saved query: {@code # belay shop/prod}, a comment above it. */
final class QueryMark {
    private static final Pattern MARKED =
            Pattern.compile("# belay ([a-z0-9-]+/[a-z0-9-]+)(?:\\R(.*))?", Pattern.DOTALL);

    private QueryMark() {}

    static String written(String text, Owner owner) {
        return "# belay " + owner.mark() + "\n" + text;
    }

    static Canonical read(QueryDefinition query) {
        var written = Optional.ofNullable(query.queryString()).orElse("").strip();
        var match = MARKED.matcher(written);
        var owner = match.matches() ? Owner.read(match.group(1)) : Optional.<Owner>empty();
        var text = owner.isPresent()
                ? Optional.ofNullable(match.group(2)).orElse("").strip()
                : written;
        var form = Canonical.of(new SavedQuery(query.name(), query.logGroupNames(), text), owner);
        return query.queryLanguage() == null || query.queryLanguage() == QueryLanguage.CWLI
                ? form
                : form.with("language", query.queryLanguageAsString());
    }
}
