package io.belay.templates.coverage;

import java.util.List;
import java.util.regex.Pattern;

/** How what a checklist asks for is done. */
sealed interface How {
    /** By entries of the system file. */
    record Automated(List<String> entries) implements How {
        public Automated {
            entries = List.copyOf(entries);
        }
    }

    /** By somebody else, and why: a person, or the pipeline that builds and deploys. */
    record Elsewhere(String whose, String reason) implements How {}

    /** By nobody yet: what is missing. */
    record Gap(String needs) implements How {}

    Pattern ENTRY = Pattern.compile("`([^`]+)`");
    Pattern SAID = Pattern.compile("(person's|pipeline's|gap): ?(.*)");

    /**
     * What a cell of the table says.
     *
     * @throws AssertionError where it says nothing that is understood
     */
    static How of(String cell) {
        var said = SAID.matcher(cell);
        if (said.matches()) {
            return said.group(1).equals("gap") ? new Gap(said.group(2)) : new Elsewhere(said.group(1), said.group(2));
        }
        var entries = ENTRY.matcher(cell).results().map(found -> found.group(1)).toList();
        if (entries.isEmpty()) {
            throw new AssertionError("no entry, no \"person's:\", no \"pipeline's:\" and no \"gap:\" in: " + cell);
        }
        return new Automated(entries);
    }
}
