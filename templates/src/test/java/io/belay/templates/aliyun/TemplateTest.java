package io.belay.templates.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTest {

    @Test
    void nothingIsWrongWithTheTemplates() {
        assertThat(Faults.in(Sources.read())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.belay.templates.aliyun.Planted#all")
    void whatIsPlantedIsFoundWithItsPlace(Planted planted) {
        var faults = Faults.in(Sources.read().with(planted.path(), planted.from(), planted.to()));

        assertThat(faults)
                .anySatisfy(fault -> assertThat(fault).contains(planted.place()).contains(planted.said()));
    }

    @Test
    void theReadmeSaysHowLongEachMayTake() {
        var rows = Sources.read().text("templates/aliyun/README.md").lines().toList();
        var resources = Sources.read().yaml("templates/aliyun/s.yaml").at("resources");

        assertThat(List.of("health", "migration-verify", "verify", "rollback", "stamp", "alarms-drift"))
                .allSatisfy(name -> assertThat(rows)
                        .anyMatch(row -> row.startsWith("| " + name + " |")
                                && row.contains("| "
                                        + resources.at(name, "props", "timeout").text() + " s |")));
    }

    @Test
    void everyFileOfTheFolderIsLookedAt() {
        assertThat(Sources.read().in(Sources.ALIYUN, ""))
                .allMatch(path -> path.matches(".*\\.(yaml|json|tf|md|sh)"), "is of a kind that some rule reads");
    }
}
