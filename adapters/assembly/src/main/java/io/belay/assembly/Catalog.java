package io.belay.assembly;

import io.belay.core.Report;
import io.belay.core.Request;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.FunctionRegistry;

/**
 * The functions, registered as Spring Cloud Function's, in a registry of our own.
 *
 * <p>Its own registry's traps are closed by what is not there: no application context, no router, no composition, no fallback to
 * the only function, no message and no conversion, so that no header, body or property can choose another function than the one
 * of exactly that name. And a cold start waits for none of what they need: the converter that {@code SimpleFunctionRegistry}
 * wants keeps a Jackson mapper, which reads the calendars and number formats of a locale; with it the registry took a fifth of
 * a start.
 */
final class Catalog implements FunctionRegistry {
    private final Map<String, Object> functions = new TreeMap<>();

    Catalog(Map<String, Function<Request, Report>> functions) {
        functions.forEach((name, function) -> register(new FunctionRegistration<>(function, name)));
    }

    @Override
    public <T> void register(FunctionRegistration<T> registration) {
        registration.getNames().forEach(name -> functions.put(name, registration.getTarget()));
    }

    /** The function of exactly that name, and null where there is none, as Spring Cloud Function asks; of any type where none is said. */
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T lookup(@Nullable Class<?> type, String name, String... accepted) {
        var function = functions.get(name);
        return type == null || type.isInstance(function) ? (T) function : null;
    }

    @Override
    public Set<String> getNames(@Nullable Class<?> type) {
        var names = new TreeSet<>(functions.keySet());
        names.removeIf(name -> type != null && !type.isInstance(functions.get(name)));
        return names;
    }

    /** In the order of the alphabet: people are shown them. */
    Set<String> names() {
        return Collections.unmodifiableSet(getNames(Function.class));
    }

    Function<Request, Report> get(String name) {
        Function<Request, Report> function = lookup(Function.class, name);
        if (function == null) {
            throw new IllegalArgumentException("no function of that name; there are " + names());
        }
        return request -> Objects.requireNonNull(function.apply(request), name + " answered nothing");
    }
}
