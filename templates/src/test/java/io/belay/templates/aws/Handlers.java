package io.belay.templates.aws;

import static java.util.stream.Collectors.toSet;

import java.util.Locale;
import java.util.TreeSet;

/** Every function is a handler that there is, under its own name; and every handler is a function. */
final class Handlers implements Rule {
    private static final String PACKAGE = "io.belay.runtime.lambda.";

    @Override
    public void hold(Templates templates, Faults faults) {
        var functions = templates.sam().ofType(Sam.FUNCTION);
        functions.forEach((_, function) -> {
            var handler = function.text("Properties", "Handler");
            var name = handler.replace(PACKAGE, "").replace("::handleRequest", "");
            if (!handler.equals(PACKAGE + name + "::handleRequest")
                    || !templates.handlers().contains(name)) {
                faults.at(function, "there is no handler " + handler);
                return;
            }
            var wanted = name.replace("Handler", "")
                    .replaceAll("(?<=.)([A-Z])", "-$1")
                    .toLowerCase(Locale.ROOT);
            if (!function.text("Properties", "FunctionName", "Fn::Sub").equals("${Prefix}-" + wanted)) {
                faults.at(function, "${Prefix}-" + wanted + " is meant, which runs " + name);
            }
        });
        var run = functions.values().stream()
                .map(function -> function.text("Properties", "Handler"))
                .collect(toSet());
        new TreeSet<>(templates.handlers())
                .stream()
                        .filter(name -> !run.contains(PACKAGE + name + "::handleRequest"))
                        .forEach(name -> faults.at(Templates.SAM, "no function runs " + name));
    }
}
