package io.belay.alarmsetup;

import java.util.Locale;

/** Constants as the system file writes them. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
