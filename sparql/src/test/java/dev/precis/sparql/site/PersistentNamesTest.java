package dev.precis.sparql.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Precis;
import dev.precis.sparql.Studies;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The rules for w3id.org against the addresses of a site, and by Apache where the machine has it. */
@Timeout(120)
class PersistentNamesTest {
    private static final Site SITE = Studies.site(Studies.dataset());
    private static final Path RULES = Path.of("../deploy/w3id/.htaccess");
    private static final Path APACHE = Path.of("/usr/sbin/apache2");
    private static final String TARGET = "https://OWNER.github.io/precis/";
    private static final List<String> VOCABULARIES = Stream.of(
                    Precis.NS, Precis.STATISTICS, Precis.FLAGS, Precis.COMPARATORS)
            .map(name -> name.replace("https://w3id.org/precis/", "").replace("#", ""))
            .toList();

    @TempDir
    private Path folder;

    @Test
    void everyVocabularyHasItsRulesAndEveryFormIsThere() throws IOException {
        String rules = Files.readString(RULES);
        List<String> forms = Pattern.compile(Pattern.quote(TARGET) + "\\$1(\\.[a-z]+) ")
                .matcher(rules)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(rules).contains("^(" + String.join("|", VOCABULARIES) + ")$");
        assertThat(forms).containsExactly(".html", ".ttl", ".jsonld", ".rdf", ".nt");
        for (String vocabulary : VOCABULARIES) {
            for (String form : forms) {
                assertThat(SITE.get(vocabulary + form, "").status())
                        .as(vocabulary + form)
                        .isEqualTo(200);
            }
        }
        assertThat(SITE.get("context/v1.jsonld", "").status()).isEqualTo(200);
    }

    @Test
    @EnabledIf("hasApache")
    void apacheLeadsByMediaTypeAndKnowsNothingElse() throws Exception {
        int port = freePort();
        Path root = Files.createDirectories(folder.resolve("root/precis"));
        Files.copy(RULES, root.resolve(".htaccess"));
        Path configuration = Files.writeString(folder.resolve("apache.conf"), """
            ServerRoot %1$s
            PidFile %1$s/pid
            ErrorLog %1$s/error.log
            Listen 127.0.0.1:%2$d
            ServerName localhost
            LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
            LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
            LoadModule rewrite_module /usr/lib/apache2/modules/mod_rewrite.so
            DocumentRoot %1$s/root
            <Directory %1$s/root>
            AllowOverride All
            Require all granted
            </Directory>
            """.formatted(folder, port));
        Process apache = new ProcessBuilder(APACHE.toString(), "-f", configuration.toString(), "-D", "FOREGROUND")
                .inheritIO()
                .start();
        try {
            await(port);
            for (String vocabulary : VOCABULARIES) {
                assertThat(led(port, vocabulary, "text/turtle")).contains("303 " + TARGET + vocabulary + ".ttl");
                assertThat(led(port, vocabulary, "text/html,application/xml;q=0.9,text/turtle;q=0.1"))
                        .contains("303 " + TARGET + vocabulary + ".html");
                assertThat(led(port, vocabulary, "application/ld+json;q=0.9,application/rdf+xml;q=0.5"))
                        .contains("303 " + TARGET + vocabulary + ".jsonld");
                assertThat(led(port, vocabulary, "application/rdf+xml"))
                        .contains("303 " + TARGET + vocabulary + ".rdf");
                assertThat(led(port, vocabulary, "application/n-triples"))
                        .contains("303 " + TARGET + vocabulary + ".nt");
                assertThat(led(port, vocabulary, "*/*")).contains("303 " + TARGET + vocabulary + ".html");
                assertThat(led(port, vocabulary + ".ttl", "*/*")).contains("302 " + TARGET + vocabulary + ".ttl");
            }
            assertThat(led(port, "", "*/*")).contains("302 " + TARGET);
            assertThat(led(port, "context/v1.jsonld", "*/*")).contains("302 " + TARGET + "context/v1.jsonld");
            assertThat(led(port, "software/0.1.0", "*/*"))
                    .contains("303 https://github.com/OWNER/precis/releases/tag/v0.1.0");
            for (String unknown : List.of("nothing", "ns/1", "ns.exe", "software/x", "ledger")) {
                assertThat(led(port, unknown, "text/turtle")).as(unknown).isEmpty();
            }
        } finally {
            apache.destroy();
            apache.waitFor(10, TimeUnit.SECONDS);
        }
    }

    static boolean hasApache() {
        return Files.isExecutable(APACHE);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void await(int port) throws InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                led(port, "", "*/*");
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    /** Status and place; empty if there is nothing. */
    private static Optional<String> led(int port, String name, String accept) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/precis/" + name))
                .header("Accept", accept)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.discarding());
            return answer.statusCode() == 404
                    ? Optional.empty()
                    : answer.headers().firstValue("Location").map(place -> answer.statusCode() + " " + place);
        }
    }
}
