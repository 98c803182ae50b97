package io.belay.templates.aws;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every variable that is set is one that the README's table of settings knows. */
final class Settings implements Rule {
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z_]+)` \\|.*");

    /** Read by nobody: another word in it makes another version. */
    private static final String DEPLOYMENT = "BELAY_DEPLOYMENT";

    @Override
    public void hold(Templates templates, Faults faults) {
        var known = known(templates.text(Templates.SETTINGS));
        var sam = templates.sam();
        Stream.concat(
                        sam.root().find("Globals", "Function").stream(),
                        sam.ofType(Sam.FUNCTION).values().stream().flatMap(each -> each.find("Properties").stream()))
                .flatMap(each -> each.find("Environment", "Variables").stream())
                .flatMap(each -> each.fields().entrySet().stream())
                .filter(each -> !known.contains(each.getKey()) && !each.getKey().equals(DEPLOYMENT))
                .forEach(each -> faults.at(each.getValue(), "Belay knows no setting " + each.getKey()));
    }

    static Set<String> known(String readme) {
        return readme.lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> row.group(1))
                .collect(toSet());
    }
}
