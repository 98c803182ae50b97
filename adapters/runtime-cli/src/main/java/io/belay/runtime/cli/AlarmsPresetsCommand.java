package io.belay.runtime.cli;

import io.belay.core.fact.Spans;
import io.belay.core.preset.Preset;
import io.belay.core.preset.Presets;
import io.belay.core.preset.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

@Command(
        name = "presets",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "The alarms that are worth having on a kind of thing, with where each threshold comes from.")
final class AlarmsPresetsCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "One preset; all where nothing is said.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--json", description = "Print them as JSON.")
    private boolean json;

    AlarmsPresetsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var presets = name.map(AlarmsPresetsCommand::named).orElse(Presets.ALL);
        if (json) {
            write(presets);
        } else {
            presets.forEach(this::show);
        }
        return 0;
    }

    private static List<Preset> named(String name) {
        return List.of(Presets.find(name)
                .orElseThrow(() -> new WrongUse("there is no preset " + name + "; there are "
                        + String.join(
                                ", ", Presets.ALL.stream().map(Preset::name).toList()))));
    }

    private void show(Preset preset) {
        console.out().println(preset.name() + " { " + String.join(", ", preset.subject()) + " }: " + preset.summary());
        for (var row : preset.rows()) {
            console.out()
                    .println(String.format(
                            Locale.ROOT,
                            "  %-13s %-7s %-14s %-14s %-8s %-8s %s",
                            row.name(),
                            row.statistic(),
                            row.limit().shown() + unit(row),
                            window(row),
                            row.missing().word(),
                            severity(row),
                            row.from()));
        }
    }

    private static String unit(Row row) {
        return switch (row.signal().unit()) {
            case COUNT -> "";
            case PERCENT -> " %";
            case SECONDS -> " s";
            case BYTES -> " B";
        };
    }

    private static String window(Row row) {
        return row.window().breaching() + " of " + row.window().evaluations() + " x "
                + Spans.shown(row.window().period());
    }

    private static String severity(Row row) {
        return row.severity().name().toLowerCase(Locale.ROOT);
    }

    private void write(List<Preset> presets) {
        try (var out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), console.out())) {
            out.writeStartArray();
            presets.forEach(each -> write(out, each));
            out.writeEndArray();
        }
        console.out().println();
    }

    private static void write(JsonGenerator out, Preset preset) {
        out.writeStartObject();
        out.writeStringProperty("preset", preset.name());
        out.writeStringProperty("summary", preset.summary());
        out.writeArrayPropertyStart("of");
        preset.subject().forEach(out::writeString);
        out.writeEndArray();
        out.writeArrayPropertyStart("alarms");
        for (var row : preset.rows()) {
            out.writeStartObject();
            out.writeStringProperty("name", row.name());
            out.writeStringProperty("signal", row.signal().word());
            out.writeStringProperty("statistic", row.statistic().word());
            out.writeStringProperty("limit", row.limit().shown());
            out.writeStringProperty("unit", row.signal().unit().name().toLowerCase(Locale.ROOT));
            out.writeStringProperty("period", Spans.shown(row.window().period()));
            out.writeNumberProperty("evaluations", row.window().evaluations());
            out.writeNumberProperty("breaching", row.window().breaching());
            out.writeStringProperty("missing", row.missing().word());
            out.writeStringProperty("severity", severity(row));
            out.writeStringProperty("from", row.from());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
