package io.belay.runtime.fc;

import com.aliyun.fc.runtime.FunctionComputeLogger;
import io.belay.assembly.door.Log;
import io.belay.core.Correlation;
import java.util.Map;

/** FC's logger for handlers, writing the same JSON lines as everything else. */
record LineLogger(Log log, Correlation correlation) implements FunctionComputeLogger {
    private void line(String level, String text) {
        log.info("handler", correlation, Map.of("said", text, "as", level));
    }

    @Override
    public void trace(String text) {
        line("trace", text);
    }

    @Override
    public void debug(String text) {
        line("debug", text);
    }

    @Override
    public void info(String text) {
        line("info", text);
    }

    @Override
    public void warn(String text) {
        line("warn", text);
    }

    @Override
    public void error(String text) {
        line("error", text);
    }

    @Override
    public void fatal(String text) {
        line("fatal", text);
    }

    /** Every line is written: there are few. */
    @Override
    public void setLogLevel(Level level) {}
}
