package peer;

import io.quarkus.funqy.Funq;
import java.util.Map;

public class Health {
    @Funq
    public Map<String, Object> health(Map<String, Object> request) {
        return Discard.report();
    }
}
