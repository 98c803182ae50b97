package io.belay.bench.cost;

import io.belay.bench.Noise;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Measures what a call costs, by size, and writes it into the page and into {@code target/cost.json}. */
public final class CostBench {
    private static final Path FILE = Path.of("target", "cost.json");
    private static final Path PAGE = Path.of("adapters", "bench", "COST.md");

    private CostBench() {}

    /** Wants the engine's program, {@code docker} or {@code podman}, which has both images. */
    public static void main(String[] arguments) throws Exception {
        var noise = Noise.now();
        var all = new ArrayList<Measured>();
        try (var asked = Asked.start()) {
            var runs = new Runs(arguments[0], asked);
            for (var cloud : Cloud.values()) {
                for (var memory : Cloud.MEMORIES) {
                    for (var size : cloud.sizes(memory)) {
                        var measured = runs.measure(size);
                        System.err.println(measured);
                        all.add(measured);
                    }
                }
            }
        }
        noise = Math.max(noise, Noise.now());
        Files.writeString(PAGE, new Page(all, noise).in(Files.readString(PAGE)));
        Files.createDirectories(FILE.resolveSibling(""));
        Files.writeString(
                FILE,
                JsonMapper.shared()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(Map.of(
                                        "noise",
                                        noise,
                                        "sizes",
                                        all.stream().map(CostBench::fields).toList()))
                        + "\n");
        System.out.println("figures: " + PAGE + " and " + FILE);
    }

    private static Map<String, Object> fields(Measured measured) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("cloud", measured.size().cloud().shown());
        fields.put("memory", measured.size().memory());
        fields.put("processor", measured.size().processor());
        switch (measured) {
            case Measured.Ran ran -> {
                fields.put("coldMs", ran.cold());
                fields.put("warmMs", ran.warm());
                fields.put("spread", ran.spread());
                fields.put("peakMb", ran.peak());
                fields.put("coldDollars", ran.size().cloud().dollars(ran.size(), ran.cold()));
                fields.put("warmDollars", ran.size().cloud().dollars(ran.size(), ran.warm()));
            }
            case Measured.Failed failed -> fields.put("failed", failed.why());
        }
        return fields;
    }
}
