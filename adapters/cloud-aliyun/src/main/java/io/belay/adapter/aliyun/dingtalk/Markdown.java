package io.belay.adapter.aliyun.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.aliyun.http.Json;
import io.belay.core.announce.Announcement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An announcement in DingTalk's Markdown: a heading, then the text line by line.
 *
 * <p>A robot refuses a body of more than 20,000 bytes; the text is cut so that the title and the names fit beside it.
 */
final class Markdown {
    /** In bytes, as JSON writes it. */
    private static final int LONGEST = 16_000;

    /** In characters: more is not shown in a list of chats. */
    private static final int LONGEST_TITLE = 120;

    private static final String CUT = "\n\n(cut: the report has it all)";
    private static final Pattern MARKS = Pattern.compile("([\\\\`*_{}\\[\\]<>#|])");

    private Markdown() {}

    static Map<String, String> of(Announcement announcement, List<String> mobiles) {
        var title = cut(announcement.title().replace('\n', ' '), LONGEST_TITLE);
        // One line break is none in Markdown, and what a message says is no mark-up.
        var text = escaped(announcement.text()).replace("\n", "\n\n");
        var names = mobiles.isEmpty() ? "" : "\n\n@" + String.join(" @", mobiles);
        return Map.of("title", title, "text", "### " + escaped(title) + "\n\n" + shortened(text) + names);
    }

    private static String escaped(String text) {
        return MARKS.matcher(text).replaceAll("\\\\$1");
    }

    /** The longest beginning that fits, found by halving, with a word that it was cut; the whole where it fits. */
    private static String shortened(String text) {
        if (size(text) <= LONGEST) {
            return text;
        }
        int fits = 0;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            var middle = (fits + tooLong) / 2;
            if (size(cut(text, middle)) <= LONGEST) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return cut(text, fits) + CUT;
    }

    private static int size(String text) {
        return Json.write(Map.of("text", text)).getBytes(UTF_8).length;
    }

    /** The first {@code length} characters, and no half of a pair. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }
}
