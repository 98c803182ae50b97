package io.belay.demo.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CertificateTest {

    @Test
    void theAuthorityIsGivenAsTextAndAsFile() throws Exception {
        try (var folder = Folder.temporary("harbor-test-")) {
            var certificate = Certificate.make(folder.path(), 90);

            assertThat(certificate.authority()).startsWith("-----BEGIN CERTIFICATE-----\n");
            assertThat(certificate.file()).hasContent(certificate.authority());
        }
    }

    @Test
    void noPasswordOfTheKeysIsLeftInTheLog() throws Exception {
        try (var folder = Folder.temporary("harbor-test-")) {
            Certificate.make(folder.path(), 1);

            assertThat(folder.path().resolve("keytool.log")).content().doesNotContain("storepass");
        }
    }
}
