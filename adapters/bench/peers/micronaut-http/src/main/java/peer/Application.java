package peer;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.Micronaut;
import java.util.Map;

@Controller("/health")
public class Application {
    public static void main(String[] arguments) {
        Micronaut.run(Application.class, arguments);
    }

    @Post
    public Map<String, Object> health(@Body Map<String, Object> request) {
        return Discard.report();
    }
}
