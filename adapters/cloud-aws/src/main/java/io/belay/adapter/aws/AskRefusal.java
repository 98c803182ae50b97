package io.belay.adapter.aws;

import io.belay.core.Fault;
import io.belay.core.document.Document;
import io.belay.core.document.DocumentPath;
import io.belay.core.fact.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a service says where it does not answer, in whichever protocol. */
final class AskRefusal {
    private static final int LONGEST = 300;

    private static final List<DocumentPath> CODES = Stream.of(
                    "$.__type", "$.Error.Code", "$.Errors.Error.Code", "$.Code", "$.code", "$.Type")
            .map(DocumentPath::of)
            .toList();
    private static final List<DocumentPath> MESSAGES = Stream.of(
                    "$.message", "$.Message", "$.Error.Message", "$.Errors.Error.Message")
            .map(DocumentPath::of)
            .toList();

    private AskRefusal() {}

    static Fault of(Asked asked, int status, String body, Optional<String> type) {
        var document = document(asked, body);
        var code = type.or(() -> first(document, CODES)).orElse("").replaceAll(":.*|.*#", "");
        var said = first(document, MESSAGES).orElse("");
        var message = AwsFaults.quotesTheRequest(code) ? "" : said.substring(0, Math.min(LONGEST, said.length()));
        var words = Stream.of(asked.shown(), "HTTP " + status, code, message)
                .filter(part -> !part.isEmpty())
                .toList();
        return new Fault(AwsFaults.kind(status, code), String.join(": ", words));
    }

    private static Document document(Asked asked, String body) {
        try {
            return asked.api().protocol().read(body);
        } catch (IllegalArgumentException _) {
            return new Document.End(Value.absent());
        }
    }

    private static Optional<String> first(Document document, List<DocumentPath> paths) {
        return paths.stream()
                .map(path -> path.in(document))
                .filter(Value.Text.class::isInstance)
                .map(Value::shown)
                .findFirst();
    }
}
