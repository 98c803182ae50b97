package io.belay.assembly;

import java.lang.reflect.Type;
import org.springframework.cloud.function.json.JsonMapper;

/** The catalog never converts: doors decode strictly and faces write. Whatever comes here has lost its way. */
final class NoJson extends JsonMapper {
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the signature is Spring Cloud Function's
    protected <T> T doFromJson(Object json, Type type) {
        throw new IllegalStateException("requests are decoded at the door, not in the catalog");
    }

    @Override
    public String toString(Object value) {
        throw new IllegalStateException("reports are written by a face, not by the catalog");
    }
}
