package io.belay.adapter.net.dns;

import io.belay.core.fact.Fact;
import io.belay.core.fact.Value;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/**
 * What a resolver answered.
 *
 * @param response the name of its code, {@code NODATA} where that is no error and no record of the type came
 * @param records those of the type, sorted
 */
record Answer(String response, List<String> records, List<Duration> lives, boolean authenticated) {
    Answer {
        records = List.copyOf(records);
        lives = List.copyOf(lives);
    }

    static Answer of(Message message, int type) {
        var section = message.getSection(Section.ANSWER);
        var records = section.stream()
                .filter(each -> each.getType() == type)
                .map(Answer::shown)
                .sorted()
                .toList();
        var code = message.getRcode();
        return new Answer(
                code == Rcode.NOERROR && records.isEmpty() ? "NODATA" : Rcode.string(code),
                records,
                section.stream().map(each -> Duration.ofSeconds(each.getTTL())).toList(),
                message.getHeader().getFlag(Flags.AD));
    }

    List<Fact> facts() {
        var shortest = lives.stream().min(Comparator.naturalOrder());
        return List.of(
                Fact.of("response", Value.of(response)),
                Fact.of("records", Value.of(records.stream().map(Value::of).toList())),
                Fact.of("count", Value.of(records.size())),
                Fact.of("ttl", shortest.map(Value::of).orElseGet(Value::absent)),
                Fact.of("authenticated", Value.of(authenticated)));
    }

    /** As people write it: hosts without their last dot, texts without quotes. */
    private static String shown(Record record) {
        return switch (record) {
            case CNAMERecord alias -> host(alias.getTarget());
            case NSRecord server -> host(server.getTarget());
            case MXRecord mail -> mail.getPriority() + " " + host(mail.getTarget());
            case SRVRecord service ->
                service.getPriority() + " " + service.getWeight() + " " + service.getPort() + " "
                        + host(service.getTarget());
            case TXTRecord text -> String.join("", text.getStrings());
            default -> record.rdataToString();
        };
    }

    private static String host(Name name) {
        return name.toString(true);
    }
}
