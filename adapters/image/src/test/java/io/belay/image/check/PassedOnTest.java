package io.belay.image.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.image.bill.Bill;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PassedOnTest {
    private static final Set<String> JARS = Set.of("till-1.2.jar", "belay-core-1.jar");

    private static PassedOn passedOn(String thirdParty, String java) throws IOException {
        var bill = """
                {"components": [
                  {"group": "org.shop", "name": "till", "version": "1.2", "purl": "pkg:maven/org.shop/till@1.2",
                   "licenses": [{"license": {"id": "MIT"}}]},
                  {"group": "io.belay", "name": "belay-core", "version": "1", "purl": "pkg:maven/io.belay/belay-core@1"}%s]}
                """.formatted(java);
        return new PassedOn(Bill.of(bill.getBytes(UTF_8)), thirdParty, "till-1.2-LICENSE: till-1.2.jar\n");
    }

    private static PassedOn passedOn(String thirdParty) throws IOException {
        return passedOn(thirdParty, ", {\"name\": \"openjdk\", \"purl\": \"pkg:generic/openjdk@25\"}");
    }

    @Test
    void aLibraryUnderItsLicenceWithItsTextIsRight() throws IOException {
        assertThat(passedOn("Some words.\n\norg.shop:till   MIT   jar\n").faults(JARS))
                .isEmpty();
        assertThat(passedOn("org.shop:till   MIT   mit.txt\n").texts()).containsExactly("mit.txt");
    }

    @Test
    void aJarThatTheBillDoesNotListIsAFault() throws IOException {
        assertThat(passedOn("org.shop:till MIT jar").faults(Set.of("till-1.3.jar", "belay-core-1.jar")))
                .singleElement()
                .asString()
                .contains("till-1.2.jar", "till-1.3.jar");
    }

    @Test
    void aBillWithoutJavaIsAFault() throws IOException {
        assertThat(passedOn("org.shop:till MIT jar", "").faults(JARS))
                .containsExactly("its bill of materials lists no Java");
    }

    @Test
    void aLibraryThatIsNotNamedIsAFault() throws IOException {
        assertThat(passedOn("").faults(JARS)).singleElement().asString().contains("org.shop:till");
    }

    @Test
    void anotherLicenceThanItsOwnIsAFault() throws IOException {
        assertThat(passedOn("org.shop:till Apache-2.0 LICENSE").faults(JARS))
                .containsExactly("THIRD-PARTY.txt has org.shop:till under Apache-2.0; it is under [MIT]");
    }

    @Test
    void aTextThatItsJarDoesNotBearIsAFault() throws IOException {
        assertThat(new PassedOn(passedOn("").bill(), "org.shop:till MIT jar", "").faults(JARS))
                .containsExactly("no text of org.shop:till's jar is passed on");
    }
}
