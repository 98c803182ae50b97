package io.belay.adapter.systemfile;

import java.util.regex.Pattern;

/** The keys that lead to a place. Kept as links and joined only where a fault needs them. */
sealed interface Trail {
    static Trail top() {
        return new Top();
    }

    default Trail key(String name) {
        return new Named(this, name);
    }

    default Trail item(int index) {
        return new Numbered(this, index);
    }

    String shown();

    record Top() implements Trail {
        @Override
        public String shown() {
            return "";
        }
    }

    record Named(Trail parent, String name) implements Trail {
        private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,60}");

        @Override
        public String shown() {
            var above = parent.shown();
            if (!PLAIN.matcher(name).matches()) {
                return above + "[" + Words.quoted(name) + "]";
            }
            return above.isEmpty() ? name : above + "." + name;
        }
    }

    record Numbered(Trail parent, int index) implements Trail {
        @Override
        public String shown() {
            return parent.shown() + "[" + index + "]";
        }
    }
}
