package io.belay.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The template that deploys Belay on AWS, as far as its schedules go. Its parameters are as they are by themselves. */
record Template(String text) {
    private static final Path FILE = Path.of("../../templates/aws/template.yaml");
    private static final Pattern SAID = Pattern.compile("\\$\\{(\\w+)}");

    /** What the clock calls a function with, and how often. */
    record Schedule(String name, String expression, String input) {}

    static Template read() throws IOException {
        return new Template(Files.readString(FILE));
    }

    /** The schedule of that name, {@code belay-sweep}. */
    Schedule schedule(String name) {
        var filled = SAID.matcher(text).replaceAll(said -> parameter(said.group(1)));
        var found = find(
                filled,
                "(?m)^ +Name: !Sub \"" + name
                        + "\"\\R +ScheduleExpression: !Ref (\\w+)\\R.*\\R +Input: (?:!If \\[\\w+, )?(?:!Sub )?'([^']*)'.*$",
                "schedule " + name);
        return new Schedule(name, parameter(found.group(1)), found.group(2));
    }

    /** What the parameter is where nobody says otherwise. */
    private String parameter(String name) {
        return Pattern.compile("(?m)^  " + name + ":\\R(?:    .*\\R)*?    Default: \"?([^\"\\n]*)\"?$")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private static MatchResult find(String text, String pattern, String what) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + what + " of the known form is in " + FILE));
    }
}
