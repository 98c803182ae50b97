package io.belay.rollback;

import java.util.stream.Collectors;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** A property that fails says with which seed and for which history, in one line: the summary of a build keeps no more. */
final class SaysItsHistory implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        var result = property.execute();
        return result.throwable()
                .filter(_ -> result.status() == PropertyExecutionResult.Status.FAILED)
                .map(broken -> result.mapToFailed(new AssertionError(said(result, broken), broken)))
                .orElse(result);
    }

    private static String said(PropertyExecutionResult result, Throwable broken) {
        var history = result.falsifiedParameters().stream()
                .flatMap(each -> each.stream().map(Object::toString))
                .collect(Collectors.joining(", "));
        return "%s, with seed = \"%s\" and shrunk to: %s"
                .formatted(broken.getMessage(), result.seed().orElse("not known"), history)
                .strip()
                .replaceAll("\\s*\n\\s*", "; ");
    }
}
