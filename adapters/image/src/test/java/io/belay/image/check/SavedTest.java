package io.belay.image.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SavedTest {
    @TempDir
    private Path folder;

    /** A tar of a layer and of {@code index} under {@code name}. */
    private Saved saved(String name, String index) throws IOException {
        var tar = new ByteArrayOutputStream();
        put(tar, "blobs/sha256/00", "x".repeat(600));
        put(tar, name, index);
        tar.write(new byte[1024]);
        return new Saved(Files.write(folder.resolve("image.tar"), tar.toByteArray()));
    }

    private static void put(ByteArrayOutputStream tar, String name, String content) throws IOException {
        var bytes = content.getBytes(UTF_8);
        var header = "%s\0%s%011o\0".formatted(name, "\0".repeat(123 - name.length()), bytes.length);
        tar.write(Arrays.copyOf(header.getBytes(UTF_8), 512));
        tar.write(Arrays.copyOf(bytes, (bytes.length + 511) / 512 * 512));
    }

    private static String index(String manifest) {
        return "{\"mediaType\": \"application/vnd.oci.image.index.v1+json\", \"manifests\": [" + manifest + "]}";
    }

    @Test
    void oneImageIsPushedAsWhatItIs() throws IOException {
        assertThat(saved("index.json", index("{\"mediaType\": \"application/vnd.oci.image.manifest.v1+json\"}"))
                        .index())
                .isFalse();
    }

    @Test
    void anOlderKindOfTarHoldsNoIndex() throws IOException {
        assertThat(saved("manifest.json", "[]").index()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mediaType\": \"application/vnd.oci.image.index.v1+json\"}",
                "{\"mediaType\": \"application/vnd.docker.distribution.manifest.list.v2+json\"}",
                "{\"mediaType\": \"m\"}, {\"annotations\": {\"vnd.docker.reference.type\": \"attestation-manifest\"}}"
            })
    void anImageWithWhatAttestsItIsAnIndex(String manifest) throws IOException {
        assertThat(saved("index.json", index(manifest)).index()).isTrue();
    }

    @Test
    void itsWeightIsThatOfTheCompressed() throws IOException {
        assertThat(saved("index.json", index("")).compressed()).isBetween(50L, 400L);
    }
}
