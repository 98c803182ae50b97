package io.belay.adapter.aws;

import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The clients of each region that a file names: made when the region is first named, shared by all that name it. */
final class AwsRegions implements AutoCloseable {
    static final Key<Text> REGION =
            Key.text("region", AwsPlace.REGION, "The region, such as eu-west-1; that of cloud where nothing is said.");

    private static final String MEANT =
            "write region: eu-west-1 here, or cloud: { provider: aws, region: eu-west-1 } once";

    private final Function<String, AwsClients> made;
    private final Map<String, AwsClients> clients = new ConcurrentHashMap<>();

    AwsRegions(Function<String, AwsClients> made) {
        this.made = made;
    }

    /** Those of the region that a block names, else of the one where the system lives. */
    AwsClients of(Settings settings, Optional<Cloud> cloud) {
        var said = settings.find(REGION).map(text -> text.fixed(REGION.name()).reveal());
        return of(said.or(() -> home(cloud)).orElseThrow(() -> nowhere(cloud)));
    }

    /** Those of {@code region}, which has to be written as a region is. */
    AwsClients of(String region) {
        if (!region.matches(AwsPlace.REGION)) {
            throw new SettingException(REGION.name(), region + " is no region of AWS: one is written like eu-west-1");
        }
        return clients.computeIfAbsent(region, made);
    }

    /** The region of a system that lives on AWS. */
    static Optional<String> home(Optional<Cloud> cloud) {
        return cloud.filter(each -> each.provider() == Cloud.Provider.AWS).map(Cloud::region);
    }

    private static SettingException nowhere(Optional<Cloud> cloud) {
        var found = cloud.map(
                        each -> "the file's cloud is " + each.provider().word() + ", and no region of AWS is said")
                .orElse("no region is said");
        return new SettingException(REGION.name(), found + ": " + MEANT);
    }

    @Override
    public void close() {
        clients.values().forEach(AwsClients::close);
    }
}
