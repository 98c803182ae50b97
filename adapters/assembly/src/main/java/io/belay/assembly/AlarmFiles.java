package io.belay.assembly;

import io.belay.adapter.rules.AlertmanagerFile;
import io.belay.core.alarm.AlarmsSpec;
import java.util.function.Consumer;

/** Files that alarms need and that no store of theirs keeps. */
public final class AlarmFiles {
    private AlarmFiles() {}

    /**
     * A configuration of Alertmanager that tells whoever the alarms name.
     *
     * @param gaps is told, a line each, what Alertmanager cannot do of it, or needs beside it
     */
    public static String alertmanager(AlarmsSpec alarms, Consumer<String> gaps) {
        var made = AlertmanagerFile.of(alarms.sites().stream()
                .flatMap(each -> each.wanted().stream())
                .distinct()
                .toList());
        made.gaps().forEach(gap -> gaps.accept(gap.field() + ": " + gap.wanted() + " (" + gap.reason() + ")"));
        return made.text();
    }
}
