package io.belay.assembly;

import io.belay.core.Report;
import io.belay.core.Request;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.catalog.FunctionTypeUtils;
import org.springframework.cloud.function.context.catalog.SimpleFunctionRegistry;
import org.springframework.cloud.function.context.catalog.SimpleFunctionRegistry.FunctionInvocationWrapper;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.messaging.converter.CompositeMessageConverter;
import org.springframework.messaging.converter.SimpleMessageConverter;

/**
 * The functions, registered in Spring Cloud Function's catalog and looked up once, here.
 *
 * <p>Its traps are closed by what is not there: no application context, so no routing function and no fallback to the only
 * bean; functions take a {@link Request} that was decoded before, so no message conversion, no header and no body can
 * choose another function; a lookup that answers with anything but the name asked for is refused.
 */
final class Catalog {
    private final Map<String, Function<Request, Report>> found = new LinkedHashMap<>();

    Catalog(Map<String, Function<Request, Report>> functions) {
        var registry = new SimpleFunctionRegistry(
                new GenericConversionService(),
                new CompositeMessageConverter(List.of(new SimpleMessageConverter())),
                new NoJson());
        functions.forEach((name, function) -> registry.register(new FunctionRegistration<>(function, name)
                .type(FunctionTypeUtils.functionType(Request.class, Report.class))));
        functions.keySet().forEach(name -> found.put(name, look(registry, name)));
    }

    /** In the order of the alphabet: people are shown them. */
    Set<String> names() {
        return Collections.unmodifiableSet(new TreeSet<>(found.keySet()));
    }

    Function<Request, Report> get(String name) {
        var function = found.get(name);
        if (function == null) {
            throw new IllegalArgumentException("no function of that name; there are " + names());
        }
        return function;
    }

    static Function<Request, Report> look(SimpleFunctionRegistry registry, String name) {
        FunctionInvocationWrapper wrapper = registry.lookup(Function.class, name);
        if (wrapper == null || !name.equals(wrapper.getFunctionDefinition())) {
            throw new IllegalStateException("the catalog has no function " + name);
        }
        return request -> (Report) Objects.requireNonNull(wrapper.apply(request), name + " answered nothing");
    }
}
