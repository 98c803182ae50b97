package io.belay.adapter.aws.testkit;

import java.util.UUID;

/** XML as the query and REST-XML protocols write it. */
final class Xml {
    private Xml() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;");
    }

    static String element(String name, String text) {
        return "<" + name + ">" + escaped(text) + "</" + name + ">";
    }

    /** A result of the query protocol. */
    static Answer answer(String action, String namespace, String body) {
        return Answer.xml(
                "<" + action + "Response xmlns=\"" + namespace + "\"><" + action + "Result>" + body + "</" + action
                        + "Result><ResponseMetadata>"
                        + element("RequestId", UUID.randomUUID().toString()) + "</ResponseMetadata></"
                        + action + "Response>");
    }

    static Answer refused(Refusal refusal, String namespace) {
        var side = refusal.status() < 500 ? "Sender" : "Receiver";
        return new Answer(
                refusal.status(),
                "text/xml",
                "<?xml version=\"1.0\"?>\n<ErrorResponse xmlns=\"" + namespace + "\"><Error>" + element("Type", side)
                        + element("Code", refusal.code()) + element("Message", refusal.words())
                        + "</Error>" + element("RequestId", UUID.randomUUID().toString()) + "</ErrorResponse>");
    }
}
