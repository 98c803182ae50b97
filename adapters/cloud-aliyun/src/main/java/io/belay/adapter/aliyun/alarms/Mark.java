package io.belay.adapter.aliyun.alarms;

import io.belay.core.alarm.Owner;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The owner's mark before a text that people read: {@code [belay shop/prod] who is on call}.
 *
 * @param owner empty where it bears none
 * @param text what stands beside it
 */
record Mark(Optional<Owner> owner, String text) {
    private static final Pattern MARKED =
            Pattern.compile("\\[belay ([a-z0-9-]+/[a-z0-9-]+)](?: (.*))?", Pattern.DOTALL);

    /** What {@code said} is of. */
    static Mark read(String said) {
        var match = MARKED.matcher(said);
        var owner = match.matches() ? Owner.read(match.group(1)) : Optional.<Owner>empty();
        return owner.isPresent()
                ? new Mark(owner, Optional.ofNullable(match.group(2)).orElse(""))
                : new Mark(Optional.empty(), said);
    }

    /** As it is to be kept. */
    String written() {
        return owner.map(each -> ("[belay " + each.mark() + "] " + text).strip())
                .orElse(text);
    }
}
