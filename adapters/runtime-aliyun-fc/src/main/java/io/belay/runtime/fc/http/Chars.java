package io.belay.runtime.fc.http;

/** Which characters may stand where. */
final class Chars {
    /** RFC 9110, 5.6.2. */
    private static final boolean[] TOKEN = lettersAnd("!#$%&'*+-.^_`|~");

    /** RFC 3986, 3.3 and 3.4. */
    private static final boolean[] TARGET = lettersAnd("-._~!$&'()*+,;=:@/?%");

    /** RFC 3986, 3.2.2 and 3.2.3. */
    private static final boolean[] HOST = lettersAnd("-._~!$&'()*+,;=:[]%");

    private Chars() {}

    private static boolean[] lettersAnd(String marks) {
        var set = new boolean[128];
        for (var each = '0'; each <= '9'; each++) {
            set[each] = true;
        }
        for (var each = 'a'; each <= 'z'; each++) {
            set[each] = true;
            set[each - 'a' + 'A'] = true;
        }
        for (var index = 0; index < marks.length(); index++) {
            set[marks.charAt(index)] = true;
        }
        return set;
    }

    /** Whether {@code text} is a method or a field's name. */
    static boolean token(String text) {
        return !text.isEmpty() && all(text, TOKEN);
    }

    /** Whether {@code text} may be a host and port. */
    static boolean host(String text) {
        return all(text, HOST);
    }

    /** Whether {@code text} may be a path and query, each percent before two hexadecimal digits. */
    static boolean target(String text) {
        if (!all(text, TARGET)) {
            return false;
        }
        for (var at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            if (at + 2 >= text.length() || hex(text.charAt(at + 1)) < 0 || hex(text.charAt(at + 2)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code text} may be a field's value: no control but a tab, and of ISO-8859-1. */
    static boolean value(String text) {
        for (var index = 0; index < text.length(); index++) {
            var each = text.charAt(index);
            if (each > 0xff || control(each)) {
                return false;
            }
        }
        return true;
    }

    static boolean control(int each) {
        return (each < ' ' && each != '\t') || each == 0x7f;
    }

    /** The value of a hexadecimal digit; below zero where it is none. */
    static int hex(char digit) {
        return digit < 128 ? Character.digit(digit, 16) : -1;
    }

    private static boolean all(String text, boolean[] set) {
        for (var index = 0; index < text.length(); index++) {
            var each = text.charAt(index);
            if (each >= set.length || !set[each]) {
                return false;
            }
        }
        return true;
    }
}
