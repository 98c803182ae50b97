package io.belay.adapter.aws.testkit;

import static io.belay.adapter.aws.testkit.Xml.element;

import java.io.IOException;
import java.io.StringReader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The records of Route 53's hosted zones, over REST-XML, as in the Route 53 API Reference.
 *
 * <ul>
 *   <li>ChangeResourceRecordSets is transactional: all changes of a batch, or none. A DELETE repeats every value of what is there;
 *       a CREATE is of what is not.
 *   <li>A value is at most 4,000 characters, the values of a batch 32,000, a string of a TXT record 255.
 *   <li>A change is PENDING until it is INSYNC on all name servers.
 *   <li>ListResourceRecordSets begins at a name and type and goes on past them.
 * </ul>
 */
public final class Route53Control implements Control {
    private static final String NAMESPACE = "https://route53.amazonaws.com/doc/2013-04-01/";

    private final Map<String, List<Route53Record>> zones = new ConcurrentHashMap<>();
    private final Map<String, String> changes = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Route53Control(InstantSource clock) {
        this.clock = clock;
    }

    /** Somebody sets a record of the zone {@code zone}, made where it is not there. */
    public void set(String zone, String name, String type, long ttl, String... values) {
        put(zone, new Route53Record(name, type, "", Map.of("TTL", String.valueOf(ttl)), List.of(values)));
    }

    /** Somebody sets one of several records of a name by weight. */
    public void weigh(String zone, String name, String identifier, long weight, String value) {
        var fields = Map.of("TTL", "60", "Weight", String.valueOf(weight));
        put(zone, new Route53Record(name, "A", identifier, fields, List.of(value)));
    }

    /** Somebody points a record at another AWS resource. */
    public void alias(String zone, String name, String toZone, String toName) {
        var fields = Map.of(
                "AliasTarget.HostedZoneId",
                toZone,
                "AliasTarget.DNSName",
                Route53Record.normal(toName),
                "AliasTarget.EvaluateTargetHealth",
                "true");
        put(zone, new Route53Record(name, "A", "", fields, List.of()));
    }

    private void put(String zone, Route53Record record) {
        var records = zones.computeIfAbsent(zone, _ -> new ArrayList<>());
        records.removeIf(record::same);
        records.add(record);
    }

    /** All changes have reached all name servers. */
    public void sync() {
        changes.replaceAll((_, _) -> "INSYNC");
    }

    /** The values of a record, sorted; none where there is no such record. */
    public List<String> values(String zone, String name, String type) {
        return Optional.ofNullable(zones.get(zone)).orElse(List.of()).stream()
                .filter(each -> each.name().equals(Route53Record.normal(name))
                        && each.type().equals(type))
                .flatMap(each -> each.values().stream())
                .toList();
    }

    @Override
    public String action(Asked asked) {
        var path = asked.path();
        if (path.size() > 1 && path.get(1).equals("change")) {
            return "GetChange";
        }
        return asked.method().equals("POST") ? "ChangeResourceRecordSets" : "ListResourceRecordSets";
    }

    @Override
    public Answer answer(String action, Asked asked) {
        var id = asked.path().get(2);
        return switch (action) {
            case "GetChange" ->
                Optional.ofNullable(changes.get(id))
                        .map(status -> Answer.xml("<GetChangeResponse xmlns=\"" + NAMESPACE + "\">" + change(id, status)
                                + "</GetChangeResponse>"))
                        .orElseThrow(() -> new Refusal(404, "NoSuchChange", "Could not find resource with ID: " + id));
            case "ListResourceRecordSets" -> list(found(id), asked.query());
            default -> change(found(id), asked.text());
        };
    }

    @Override
    public Answer refused(Refusal refusal) {
        return Xml.refused(refusal, NAMESPACE);
    }

    private static Answer list(List<Route53Record> records, Map<String, String> query) {
        var from = new Route53Record(
                query.getOrDefault("name", "."),
                query.getOrDefault("type", ""),
                query.getOrDefault("identifier", ""),
                Map.of(),
                List.of());
        var most = Integer.parseInt(query.getOrDefault("maxitems", "300"));
        var all = records.stream()
                .sorted(Comparator.comparing(Route53Record::order))
                .dropWhile(each -> query.containsKey("name") && each.order().compareTo(from.order()) < 0)
                .toList();
        var page = all.stream().limit(most).map(Route53Record::xml).collect(Collectors.joining());
        var next = all.size() <= most
                ? ""
                : element("NextRecordName", all.get(most).name())
                        + element("NextRecordType", all.get(most).type())
                        + (all.get(most).identifier().isEmpty()
                                ? ""
                                : element("NextRecordIdentifier", all.get(most).identifier()));
        return Answer.xml("<ListResourceRecordSetsResponse xmlns=\"" + NAMESPACE + "\"><ResourceRecordSets>" + page
                + "</ResourceRecordSets>" + element("IsTruncated", String.valueOf(all.size() > most)) + next
                + element("MaxItems", String.valueOf(most)) + "</ListResourceRecordSetsResponse>");
    }

    private Answer change(List<Route53Record> records, String body) {
        var after = new ArrayList<>(records);
        var changes = root(body).getElementsByTagName("Change");
        var length = 0;
        for (int at = 0; at < changes.getLength(); at++) {
            var change = (Element) changes.item(at);
            var action = change.getElementsByTagName("Action").item(0).getTextContent();
            var record = Route53Record.of(
                    (Element) change.getElementsByTagName("ResourceRecordSet").item(0));
            length += record.values().stream().mapToInt(String::length).sum() * (action.equals("UPSERT") ? 2 : 1);
            done(after, action, record);
        }
        if (length > 32_000) {
            throw invalid("Number of characters in all values exceeds 32000");
        }
        records.clear();
        records.addAll(after);
        var id = "C" + (this.changes.size() + 1) + "EXAMPLE";
        this.changes.put(id, "PENDING");
        return Answer.xml("<ChangeResourceRecordSetsResponse xmlns=\"" + NAMESPACE + "\">" + change(id, "PENDING")
                + "</ChangeResourceRecordSetsResponse>");
    }

    private static void done(List<Route53Record> records, String action, Route53Record record) {
        var there = records.stream().filter(record::same).findFirst();
        if (action.equals("DELETE")) {
            var old = there.orElseThrow(
                    () -> invalid("Tried to delete resource record set " + record + " but it was not found"));
            if (!old.equals(record)) {
                throw invalid("Tried to delete resource record set " + record
                        + " but the values provided do not match the current values");
            }
            records.remove(old);
            return;
        }
        if (action.equals("CREATE") && there.isPresent()) {
            throw invalid("Tried to create resource record set " + record + " but it already exists");
        }
        record.values().forEach(value -> check(record, value));
        there.ifPresent(records::remove);
        records.add(record);
    }

    private static void check(Route53Record record, String value) {
        if (value.isEmpty() || value.length() > 4_000) {
            throw invalid("Invalid Resource Record: value of " + record + " is empty or longer than 4000 characters");
        }
        if (!record.type().equals("TXT")) {
            return;
        }
        if (!value.matches("\"[^\"]*\"( \"[^\"]*\")*")) {
            throw invalid(
                    "Invalid Resource Record: FATAL problem: InvalidCharacterString (Value should be enclosed in quotation"
                            + " marks) encountered with '" + value + "'");
        }
        for (var string : value.split("\" \"", -1)) {
            if (string.replace("\"", "").length() > 255) {
                throw invalid("Invalid Resource Record: FATAL problem: CharacterStringTooLong (Value is too long)");
            }
        }
    }

    private String change(String id, String status) {
        return "<ChangeInfo>" + element("Id", "/change/" + id) + element("Status", status)
                + element("SubmittedAt", clock.instant().toString()) + "</ChangeInfo>";
    }

    private List<Route53Record> found(String zone) {
        return Optional.ofNullable(zones.get(zone))
                .orElseThrow(() -> new Refusal(404, "NoSuchHostedZone", "No hosted zone found with ID: " + zone));
    }

    private static Refusal invalid(String why) {
        return new Refusal(400, "InvalidChangeBatch", "[" + why + "]");
    }

    private static Element root(String body) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(body)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new Refusal(400, "InvalidInput", "the body is no XML: " + unreadable.getMessage());
        }
    }
}
