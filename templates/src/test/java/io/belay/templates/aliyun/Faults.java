package io.belay.templates.aliyun;

import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** All that is wrong with the templates, each with its place. */
final class Faults {
    private Faults() {}

    static List<String> in(Sources sources) {
        try {
            var templates = Templates.of(sources);
            var promises = Promises.of(sources);
            var terraform = Terraform.of(sources);
            return Stream.of(
                            templates.faults(),
                            SchemaRule.faults(templates),
                            ReferenceRule.faults(sources),
                            BoundsRule.faults(templates, promises),
                            FunctionRule.faults(templates, promises),
                            PolicyRule.faults(sources, promises, templates),
                            FlowRule.faults(sources, templates, terraform),
                            TerraformRule.faults(sources, terraform),
                            SameRule.faults(templates, terraform))
                    .flatMap(List::stream)
                    .toList();
        } catch (YamlEngineException wrong) {
            return List.of(wrong.getMessage());
        }
    }
}
