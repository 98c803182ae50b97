package io.belay.templates.aws;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The clock says how often it calls, where a system's watch decides what is due; and a fleet takes what is not due for no fault. */
final class Ticks implements Rule {
    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (m|h|d)\\w+\\)");
    private static final String TICK = "\"tick\": \"${VerifyTick}\"";

    @Override
    public void hold(Templates templates, Faults faults) {
        var sam = templates.sam();
        sam.root()
                .find("Parameters", "VerifyTick", "Default")
                .ifPresentOrElse(
                        said -> is(said, sam.root().text("Parameters", "VerifyRate", "Default"), said.word(), faults),
                        () -> faults.at(
                                Templates.SAM, "VerifyTick, which says how often VerifyRate calls, is missing"));
        sam.events().forEach((_, event) -> {
            var input = event.find("Properties", "Input").orElse(event);
            var ticks = event.text("Properties", "ScheduleExpression", "Ref").equals("VerifyRate");
            if (ticks != ticks(input)) {
                faults.at(input, ticks ? "where there is a tick the clock says it" : "a tick is of VerifyRate alone");
            }
        });
        templates.machines().values().stream()
                .flatMap(Node::all)
                .filter(node -> node.text("Type").equals("Map"))
                .forEach(map -> map(map, faults));
        terraform(templates, faults);
    }

    /** {@code tick} is that of {@code rate}, so that whoever says neither has both right. */
    private static void is(Node at, String rate, String tick, Faults faults) {
        var wanted = RATE.matcher(rate).replaceFirst("$1$2");
        if (!tick.equals(wanted)) {
            faults.at(at, "the tick of " + rate + " is " + wanted + ", found " + (tick.isEmpty() ? "nothing" : tick));
        }
    }

    private static boolean ticks(Node input) {
        var choice = input.find("Fn::If").map(Node::items).stream()
                .flatMap(each -> each.stream())
                .toList();
        return choice.size() == 3
                && choice.get(0).word().equals("IsTicked")
                && choice.get(1).text("Fn::Sub").contains(TICK)
                && !choice.get(2).word().contains("tick");
    }

    private static void map(Node map, Faults faults) {
        var states = map.find("ItemProcessor", "States").orElse(map);
        var asks = states.all()
                .anyMatch(node -> node.text("Payload.$").equals("States.JsonMerge($.said, $.which, false)"));
        if (!asks) {
            faults.at(map, "the tick is not passed on");
        }
        var kept = states.all()
                .filter(node -> node.find("And").stream()
                        .flatMap(Node::all)
                        .anyMatch(each -> each.text("StringEquals").equals("not-due/1")))
                .map(node -> node.text("Next"))
                .flatMap(next -> states.find(next, "Parameters", "verdict").stream())
                .map(Node::word)
                .toList();
        if (kept.size() != 1 || Stream.of("fail", "unknown").anyMatch(kept::contains)) {
            faults.at(map, "an answer not-due/1 becomes a row that is no fault");
        }
    }

    private static void terraform(Templates templates, Faults faults) {
        var body = templates.terraform();
        var tick = body.of("variable", "verify_tick").stream()
                .map(each -> each.body().text("default"))
                .findFirst()
                .orElse("");
        var rates = templates.text("terraform/variables.tf");
        var rate =
                Pattern.compile("verify = optional\\(string, \"([^\"]+)\"\\)").matcher(rates);
        if (!rate.find()) {
            faults.at("terraform/variables.tf", "how often verify is called, is missing");
            return;
        }
        is(new Node.Text("terraform/variables.tf", tick, true), rate.group(1), tick, faults);
        var both = "var.verify_tick != \"%s\" || var.rates.verify == \"%s\"".formatted(tick, rate.group(1));
        if (!rates.contains(both)) {
            faults.at("terraform/variables.tf", "a tick of another rate is refused: " + both);
        }
        var clock = templates.text("terraform/triggers.tf");
        for (var said : new String[] {"function = \"verify\", input = local.verify,", "input = local.fleet_verify,"}) {
            if (!clock.contains("rate = var.rates.verify, " + said)) {
                faults.at("terraform/triggers.tf", "where there is a tick the clock says it: " + said);
            }
        }
    }
}
