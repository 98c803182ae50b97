package io.belay.templates.aliyun;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Every {@code ${...}} of Serverless Devs leads somewhere. */
final class ReferenceRule {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern ENV = Pattern.compile("env\\('([A-Z][A-Z0-9_]*)'(, '[^']*')?\\)");
    private static final Pattern OUTPUT = Pattern.compile("resources\\.([a-z-]+)\\.(output|props)\\.[A-Za-z.]+");

    private ReferenceRule() {}

    static List<String> faults(Sources sources) {
        var faults = new ArrayList<String>();
        for (var path : Templates.FILES) {
            var file = sources.yaml(path);
            for (var each : file.all()) {
                if (each.isMap() || each.isList()) {
                    continue;
                }
                if (each.text().replaceAll(REFERENCE.pattern(), "").contains("${")) {
                    faults.add(each.place() + ": a reference is not closed");
                }
                REFERENCE
                        .matcher(each.text())
                        .results()
                        .map(found -> found.group(1))
                        .filter(inner -> !leads(inner, file))
                        .forEach(inner -> faults.add(each.place() + ": ${" + inner + "} leads nowhere"));
            }
            var access = file.at("access");
            if (!access.text().equals("default")) {
                faults.add(
                        access.place() + ": is '" + access.text()
                                + "' and not default: Serverless Devs puts nothing in the place of a reference here, and -a says another");
            }
            if (!file.at("vars", "auth").text().equals("${env('BELAY_HTTP_AUTH', 'function')}")) {
                faults.add(file.at("vars", "auth").place() + ": is not function unless whoever deploys says so");
            }
            if (!file.at("vars", "image").text().equals("${env('BELAY_IMAGE')}")) {
                faults.add(file.at("vars", "image").place() + ": the image is not said by whoever deploys");
            }
            if (!file.at("template", "belay", "customContainerConfig", "image")
                    .text()
                    .equals("${vars.image}")) {
                faults.add(file.at("template", "belay", "customContainerConfig", "image")
                                .place() + ": is not the one image that is pinned by its digest");
            }
        }
        return faults;
    }

    private static boolean leads(String inner, Node file) {
        if (inner.startsWith("vars.")) {
            return file.at("vars", inner.substring(5)).there();
        }
        var output = OUTPUT.matcher(inner);
        return output.matches()
                ? file.at("resources", output.group(1)).there()
                : ENV.matcher(inner).matches();
    }
}
