package io.belay.demo.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.runtime.cli.CommandLines;
import io.belay.runtime.cli.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How alarms are looked after: planned, set, changed by hand, found changed, mended, pruned, and drilled. Each command is the one
 * that a person would type.
 */
record WatchStory(Console console, ServeCloud cloud, Path file, Map<String, String> environment) {
    private static final Pattern PLAN = Pattern.compile("\\(plan (p-[0-9a-f]+)");
    private static final String ALARM = "serve_prod_serve_error-rate";

    /** Whether all went as it should. */
    boolean tell() throws IOException {
        var well = true;
        say("Nothing watches over serve yet. What would be set?");
        well &= set();
        say("Once more: nothing is due, and nothing is written.");
        cloud.forget();
        well &= run("alarms", "plan", "--detailed-exitcode").exit() == 0
                && cloud.writes().isEmpty();
        say("Somebody raises a threshold by hand. The clock asks for drift every few minutes:");
        cloud.raise(ALARM, "50");
        var drift = run("alarms", "drift");
        well &= drift.exit() == 1 && drift.said().contains("> 50");
        say("It is put back.");
        well &= set();
        say("The alarm on odd traffic is taken out of the file; under the policy sync it goes.");
        without("serve-odd-traffic");
        well &= set();
        say("Release 1 is stamped as known to be good, and release 2 is deployed.");
        well &= run("stamp").exit() == 0;
        cloud.deploy();
        say(
                "A drill: the test alarm is rung, the rollback that it calls makes a plan and no more, and people are told.");
        well &= run("alarms", "drill", "--by", "you", "--yes").exit() == 0;
        for (var text : cloud.told()) {
            say("The topic was told:\n\n" + text.indent(4).stripTrailing());
        }
        return well;
    }

    /** Plans, and applies that plan. */
    private boolean set() {
        var plan = run("alarms", "plan", "--detailed-exitcode");
        var id = PLAN.matcher(plan.said());
        return id.find()
                && run("alarms", "apply", "--plan", id.group(1), "--by", "you", "--yes")
                                .exit()
                        == 0;
    }

    private void without(String alarm) throws IOException {
        var text = Files.readString(file);
        var item = Pattern.compile("(?ms)^    - name: " + alarm + "\\R.*?(?=^    - |^\\R|^  \\S)");
        Files.writeString(file, item.matcher(text).replaceAll(""));
    }

    /** What a command said, and its exit code. */
    private record Ran(int exit, String said) {}

    private Ran run(String... arguments) {
        console.out().println("$ scripts/run " + String.join(" ", arguments) + " -f " + file.getFileName());
        var said = new ByteArrayOutputStream();
        var own = new Console(
                console.in(),
                new PrintStream(said, true, UTF_8),
                console.err(),
                environment,
                console.terminal(),
                console.time());
        var line = Stream.concat(Arrays.stream(arguments), Stream.of("-f", file.toString()))
                .toArray(String[]::new);
        var exit = CommandLines.run(own, line);
        var text = said.toString(UTF_8);
        console.out().println(text + "exit " + exit + "\n");
        console.out().flush();
        return new Ran(exit, text.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    private void say(String line) {
        console.out().println("# " + line + "\n");
        console.out().flush();
    }
}
