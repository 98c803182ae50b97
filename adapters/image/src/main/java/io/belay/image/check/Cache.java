package io.belay.image.check;

import java.util.ArrayList;
import java.util.List;

/** How a start takes the image's AOT cache. */
enum Cache {
    /** Not at all. */
    OFF,

    /** By the image's own entry point: a cache that does not fit is told of and passed over. */
    AUTO,

    /** A cache that does not fit ends it. */
    ON,

    /** By options that it was not trained with, so that it does not fit. */
    MISFIT;

    /** What the engine is told. */
    List<String> options(List<String> others) {
        var options = new ArrayList<>(others);
        if (this != AUTO) {
            options.addAll(List.of("--entrypoint", "/opt/jre/bin/java"));
        }
        return options;
    }

    /** The image and what is said to it. */
    List<String> command(String image, String door, List<String> arguments) {
        var command = new ArrayList<>(List.of(image));
        switch (this) {
            case OFF -> command.add("-XX:AOTMode=off");
            case ON -> command.addAll(List.of("-XX:AOTCache=/opt/belay/" + door + ".aot", "-XX:AOTMode=on"));
            case MISFIT ->
                command.addAll(List.of("-XX:AOTCache=/opt/belay/" + door + ".aot", "-XX:+UseCompactObjectHeaders"));
            case AUTO -> {
                return command;
            }
        }
        command.add("@/opt/belay/" + door + ".start");
        command.addAll(arguments);
        return command;
    }
}
