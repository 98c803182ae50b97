package peer;

import io.micronaut.function.aws.MicronautRequestHandler;
import java.util.Map;

public class HealthHandler extends MicronautRequestHandler<Map<String, Object>, Map<String, Object>> {
    @Override
    public Map<String, Object> execute(Map<String, Object> request) {
        return Discard.report();
    }
}
