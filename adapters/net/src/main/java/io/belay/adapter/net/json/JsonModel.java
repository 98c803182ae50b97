package io.belay.adapter.net.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidJsonException;
import com.jayway.jsonpath.TypeRef;
import com.jayway.jsonpath.spi.json.AbstractJsonProvider;
import com.jayway.jsonpath.spi.mapper.MappingException;
import com.jayway.jsonpath.spi.mapper.MappingProvider;
import io.belay.core.fact.Value;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Tells the JSONPath library what {@link JsonReader} reads, and turns what it finds into values. */
final class JsonModel extends AbstractJsonProvider {
    static final Configuration CONFIGURATION = Configuration.builder()
            .jsonProvider(new JsonModel())
            .mappingProvider(new Unmapped())
            .build();

    private JsonModel() {}

    static Value value(@Nullable Object found) {
        return switch (found) {
            case null -> Value.absent();
            case String text -> Value.of(wellFormed(text));
            case Boolean flag -> Value.of(flag.booleanValue());
            case BigDecimal number -> Value.of(number);
            // The library's functions, such as sum() and length(), count in doubles and integers.
            case Double number when !Double.isFinite(number) -> Value.of(number.toString());
            case Number number -> Value.of(new BigDecimal(number.toString()));
            case Collection<?> items ->
                Value.of(items.stream().map(JsonModel::value).toList());
            default -> Value.of(wellFormed(JsonText.ofRead(found)));
        };
    }

    /** JSON may escape half a surrogate pair, which no UTF-8 can carry further: a question mark stands for it then. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }

    @Override
    public Object parse(String json) {
        var read = JsonReader.read(json);
        if (read == null) {
            throw new InvalidJsonException("null");
        }
        return read;
    }

    @Override
    public Object parse(InputStream stream, String charset) {
        throw new InvalidJsonException("texts alone are read");
    }

    @Override
    public String toJson(Object found) {
        return JsonText.ofRead(found);
    }

    @Override
    public Object createArray() {
        return new ArrayList<@Nullable Object>();
    }

    @Override
    public Object createMap() {
        return new LinkedHashMap<String, @Nullable Object>();
    }

    /** No value is ever mapped onto a class of ours. */
    private static final class Unmapped implements MappingProvider {
        @Override
        public <T> T map(Object source, Class<T> type, Configuration configuration) {
            if (type.isInstance(source)) {
                return type.cast(source);
            }
            throw new MappingException(type + " is not asked for");
        }

        @Override
        public <T> T map(Object source, TypeRef<T> type, Configuration configuration) {
            throw new MappingException(type + " is not asked for");
        }
    }
}
