package io.belay.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts a secret's reference where its value would stand, in whatever form it took on the way: as it is, percent-encoded,
 * percent-decoded, JSON-escaped, or inside Base64 (a Basic header echoed by a server).
 *
 * <p>Values shorter than {@value #SHORTEST} characters are left: they would turn every report into noise and are no
 * secrets.
 */
public final class Redactor {
    /** The length from which a value counts as a secret, in characters. */
    public static final int SHORTEST = 4;

    /** Knows no secret. */
    public static final Redactor NONE = new Redactor(List.of());

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

    private final List<Map.Entry<String, String>> forms;

    private Redactor(List<Map.Entry<String, String>> forms) {
        this.forms = forms.stream()
                .sorted((one, other) ->
                        Integer.compare(other.getKey().length(), one.getKey().length()))
                .distinct()
                .toList();
    }

    /** This redactor, knowing {@code value} as well and writing {@code shown} in its place. */
    public Redactor with(String value, String shown) {
        if (value.length() < SHORTEST) {
            return this;
        }
        var more = new ArrayList<>(forms);
        formsOf(value).forEach(form -> more.add(Map.entry(form, shown)));
        return new Redactor(more);
    }

    /** {@code text} without any secret. Where two overlap, the first goes whole and the rest of the other with it. */
    public String redact(String text) {
        var marks = marks(text);
        var clean = new StringBuilder();
        int done = 0;
        for (var mark : marks) {
            if (mark.end() > done) {
                clean.append(text, done, Math.max(done, mark.start())).append(mark.shown());
                done = mark.end();
            }
        }
        return done == 0 ? text : clean.append(text, done, text.length()).toString();
    }

    private record Mark(int start, int end, String shown) implements Comparable<Mark> {
        // The JDK makes a class at each start for what its own comparators are composed of.
        @Override
        public int compareTo(Mark other) {
            return start == other.start ? Integer.compare(other.end, end) : Integer.compare(start, other.start);
        }
    }

    /** Where secrets stand, by where they begin, the longer first. */
    private List<Mark> marks(String text) {
        var marks = new ArrayList<Mark>();
        for (var form : forms) {
            var length = form.getKey().length();
            for (int at = text.indexOf(form.getKey()); at >= 0; at = text.indexOf(form.getKey(), at + length)) {
                marks.add(new Mark(at, at + length, form.getValue()));
            }
        }
        Collections.sort(marks);
        return marks;
    }

    private static Stream<String> formsOf(String value) {
        var said = Stream.of(value, decoded(value), decoded(value.replace("+", "%2B")))
                .flatMap(each -> Stream.of(each, jsonEscaped(each)));
        var percent = URLEncoder.encode(value, UTF_8);
        var small = ESCAPE.matcher(percent).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
        var plain = Stream.concat(said, Stream.of(percent, percent.replace("+", "%20"), small));
        return Stream.concat(plain, base64Of(value))
                .filter(form -> form.length() >= SHORTEST)
                .distinct();
    }

    private static String jsonEscaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /** What a server makes of a secret that stands percent-encoded in a URL; the secret itself where it is no encoding. */
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, UTF_8);
        } catch (IllegalArgumentException _) {
            return value;
        }
    }

    /** The Base64 characters that depend on {@code value} alone, for each place it can begin at in a group of three bytes. */
    private static Stream<String> base64Of(String value) {
        var bytes = value.getBytes(UTF_8);
        return Stream.of(0, 1, 2).mapMulti((offset, sink) -> {
            var padded = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, padded, offset, bytes.length);
            var head = (offset * 8 + 5) / 6;
            var tail = padded.length * 8 / 6;
            for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                var sure = encoder.encodeToString(padded).substring(head, tail);
                if (sure.length() >= SHORTEST) {
                    sink.accept(sure);
                }
            }
        });
    }
}
