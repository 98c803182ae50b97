package io.belay.adapter.net.announce;

import io.belay.adapter.net.json.JsonText;
import io.belay.core.announce.Announcement;
import io.belay.core.settings.Text;
import io.belay.core.settings.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An announcement as Slack takes it: {@code blocks}, a header of 150 characters and sections of 3,000 ("Header block", "Section
 * block"), all of them plain, since what is told holds no mark-up; and {@code text}, of 4,000 as Slack advises ("chat.postMessage"),
 * which Slack shows in notifications and Mattermost, which knows no blocks, in the channel.
 *
 * <p>Everywhere {@code &}, {@code <} and {@code >} are escaped ("Formatting text for app surfaces"): {@code <!channel>} would call
 * everybody.
 */
final class SlackMessage {
    private static final int HEADER = 150;
    private static final int SECTION = 3_000;
    private static final int TEXT = 4_000;

    /** Slack refuses blocks of some 13,000 characters together, though it says so nowhere. */
    private static final int SECTIONS = 4;

    private static final Pattern EVERYBODY = Pattern.compile("@(?=(all|channel|everyone|here)\\b)");

    private SlackMessage() {}

    static String of(Announcement announcement) {
        var title = quiet(announcement.title().replaceAll("\\s+", " "));
        var text = quiet(announcement.text());
        var blocks = new ArrayList<Tree>();
        blocks.add(block("header", fitting(HEADER, title.isEmpty() ? "Belay" : title, "…")));
        var rest = text;
        for (int at = 0; at < SECTIONS && !rest.isEmpty(); at++) {
            var length = at + 1 == SECTIONS ? rest.length() : breaking(rest);
            blocks.add(block("section", fitting(SECTION, rest.substring(0, length), Cut.SAID)));
            rest = rest.substring(length).strip();
        }
        var message = new LinkedHashMap<String, Tree>();
        message.put("text", leaf(fitting(TEXT, title + "\n" + text, Cut.SAID)));
        message.put("blocks", new Tree.Row(blocks));
        return JsonText.of(new Tree.Branch(message));
    }

    /** How much of {@code text} fits into a section: whole lines where a line does, all of it where it is short. */
    private static int breaking(String text) {
        var most = fit(SECTION, text);
        if (most == text.length()) {
            return most;
        }
        var line = text.lastIndexOf('\n', most);
        return line > 0 ? line : most;
    }

    /** {@code text} escaped, in {@code most} characters at the most, {@code cut} said behind it where it was longer. */
    private static String fitting(int most, String text, String cut) {
        if (escaped(text).length() <= most) {
            return escaped(text);
        }
        return escaped(text.substring(0, fit(most - cut.length(), text))) + cut;
    }

    /** How many of the first characters of {@code text} come to {@code most} at the most once they are escaped. */
    private static int fit(int most, String text) {
        int length = 0;
        int at = 0;
        while (at < text.length()) {
            var next = at + Character.charCount(text.codePointAt(at));
            length += escaped(text.substring(at, next)).length();
            if (length > most) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** Mattermost calls whom a text names, whatever it is told; a space of no width keeps it from that. */
    private static String quiet(String text) {
        return EVERYBODY.matcher(text).replaceAll("@\u200B").strip();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Tree block(String type, String text) {
        return branch(Map.of("type", leaf(type), "text", plain(text)));
    }

    private static Tree plain(String text) {
        return branch(Map.of("type", leaf("plain_text"), "text", leaf(text), "emoji", new Tree.Flag(false)));
    }

    private static Tree branch(Map<String, Tree> children) {
        return new Tree.Branch(children);
    }

    private static Tree leaf(String text) {
        return new Tree.Leaf(Text.of(text));
    }
}
