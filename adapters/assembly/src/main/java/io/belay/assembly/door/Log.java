package io.belay.assembly.door;

import io.belay.core.Correlation;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON object a line: time, level, event, correlation, then what the event adds. No payload and no header is ever
 * logged, and every text passes through the redactor.
 *
 * <p>Written here and not with a logging library: those cost 40 to 150 ms of every cold start, and one line a call is all
 * there is.
 */
public final class Log {
    private static final JsonFactory JSON = new JsonFactory();

    private final PrintStream out;
    private final InstantSource time;
    private final UnaryOperator<String> redact;

    /** A log that writes to {@code out}. */
    public Log(PrintStream out, InstantSource time, UnaryOperator<String> redact) {
        this.out = out;
        this.time = time;
        this.redact = redact;
    }

    /** Something that happened as it should. */
    public void info(String event, Correlation correlation, Map<String, String> more) {
        write("info", event, correlation, more);
    }

    /** A bug: what was thrown, with its trace. */
    public void bug(String event, Correlation correlation, Throwable thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        write("error", event, correlation, Map.of("thrown", trace.toString()));
    }

    private void write(String level, String event, Correlation correlation, Map<String, String> more) {
        var line = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("time", time.instant().toString());
            json.writeStringProperty("level", level);
            json.writeStringProperty("event", event);
            json.writeStringProperty("correlation", correlation.id());
            new TreeMap<>(more).forEach((name, value) -> json.writeStringProperty(name, redact.apply(value)));
            json.writeEndObject();
        }
        out.println(line);
    }
}
