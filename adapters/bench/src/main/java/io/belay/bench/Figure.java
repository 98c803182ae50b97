package io.belay.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One line of the table, and one entry of the file. */
sealed interface Figure permits Row, Figure.Absent {
    /** Whether what is promised of it holds. */
    boolean kept();

    Map<String, Object> fields();

    String line();

    /**
     * What could not be measured here.
     *
     * @param why in a few words, and what would help
     */
    record Absent(String name, String why) implements Figure {
        @Override
        public boolean kept() {
            return true;
        }

        @Override
        public Map<String, Object> fields() {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("name", name);
            fields.put("notMeasured", why);
            return fields;
        }

        @Override
        public String line() {
            return String.format(Locale.ROOT, "  %-72s not measured: %s", name, why);
        }
    }
}
