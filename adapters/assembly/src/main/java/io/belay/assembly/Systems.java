package io.belay.assembly;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.AliyunKinds;
import io.belay.adapter.aliyun.acs.RoleCredentials;
import io.belay.adapter.aws.AwsKinds;
import io.belay.adapter.systemfile.EnvironmentSecrets;
import io.belay.adapter.systemfile.FileSecrets;
import io.belay.adapter.systemfile.Reading;
import io.belay.adapter.systemfile.SystemFile;
import io.belay.adapter.systemfile.SystemSchema;
import io.belay.core.Progress;
import io.belay.core.Time;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens the bundle of one system file. */
public final class Systems {
    /** The environment variable that names the file. */
    public static final String FILE = "BELAY_SYSTEM_FILE";

    private static final String UNNAMED = FILE + " is not set; it names the system file to look after";

    private final Map<String, String> environment;
    private final Time time;
    private final Progress progress;
    private final AliyunKinds aliyun;

    /** Opens files whose secrets are in {@code environment} or in files it names. */
    public Systems(Map<String, String> environment, Time time, Progress progress) {
        this.environment = Map.copyOf(environment);
        this.time = requireNonNull(time, "time");
        this.progress = requireNonNull(progress, "progress");
        aliyun = new AliyunKinds(this.environment);
    }

    /** Where a platform's door puts the credentials of Alibaba Cloud that came with a call; all that is opened here asks by them. */
    public RoleCredentials credentials() {
        return aliyun.credentials();
    }

    /** The bundle of the one file that {@value #FILE} names. */
    public Opening open() {
        return named().map(this::open).orElseGet(() -> new Opening.Refused(UNNAMED));
    }

    private Optional<Path> named() {
        return Optional.ofNullable(environment.get(FILE))
                .filter(file -> !file.isBlank())
                .map(Path::of);
    }

    /** The systems that {@value #FILE} names: of one file, which is opened at once, or of every file in a folder. */
    public Fleet.Listing fleet() {
        return named().map(this::listing).orElseGet(() -> new Fleet.Listing.Refused(UNNAMED));
    }

    private Fleet.Listing listing(Path path) {
        if (Files.isDirectory(path)) {
            return new Folder(path).fleet(this::open);
        }
        var alone = new Fleet(Map.of(Folder.stem(path), () -> open(path)));
        return alone.opening(Folder.stem(path)) instanceof Opening.Refused(var why)
                ? new Fleet.Listing.Refused(why)
                : new Fleet.Listing.Listed(alone);
    }

    /** The bundle of {@code file}; the files it refers to lie beside it. */
    public Opening open(Path file) {
        AwsKinds aws;
        try {
            aws = new AwsKinds(environment);
        } catch (IllegalArgumentException noAddress) {
            return new Opening.Refused(String.valueOf(noAddress.getMessage()));
        }
        var folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        var secrets = List.of(new EnvironmentSecrets(environment), new FileSecrets(folder));
        var vocabulary = new Kinds(folder, environment, aws, aliyun).vocabulary();
        return switch (new SystemFile(vocabulary, secrets).read(file)) {
            case Reading.Read read ->
                new Opening.Opened(Bundle.of(KillSwitch.in(environment).on(read.system()), time, progress));
            case Reading.Refused refused -> new Opening.Refused(refused.shown());
        };
    }

    /** The JSON Schema of a system file (draft 2020-12), as published in {@code templates/system.schema.json}. */
    public static String schema() {
        return SystemSchema.json(Kinds.vocabulary(Path.of(".")));
    }
}
