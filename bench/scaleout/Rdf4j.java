import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** An RDF4J Server with one repository. */
final class Rdf4j {
    static final int PORT = 19180;
    static final String REPOSITORY = "http://localhost:" + PORT + "/rdf4j-server/repositories/precis";

    private Rdf4j() {}

    static void start(Processes processes, Path jars, Path work) throws Exception {
        processes.java("rdf4j", "-Xmx512m", "-Dorg.eclipse.rdf4j.appdata.basedir=" + work.resolve("rdf4j"), "-jar",
                jars.resolve("jetty-runner.jar"), "--port", PORT, "--path", "/rdf4j-server",
                jars.resolve("rdf4j-http-server.war"));
        Processes.await(PORT);
        String settings = """
                @prefix rep: <http://www.openrdf.org/config/repository#> .
                @prefix sr: <http://www.openrdf.org/config/repository/sail#> .
                @prefix sail: <http://www.openrdf.org/config/sail#> .
                @prefix ns: <http://www.openrdf.org/config/sail/native#> .
                [] a rep:Repository ; rep:repositoryID "precis" ;
                   rep:repositoryImpl [ rep:repositoryType "openrdf:SailRepository" ;
                     sr:sailImpl [ sail:sailType "openrdf:NativeStore" ; ns:tripleIndexes "spoc,posc,cspo" ] ] .
                """;
        HttpResponse<String> made = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(REPOSITORY))
                        .header("Content-Type", "text/turtle")
                        .PUT(HttpRequest.BodyPublishers.ofString(settings))
                        .build(), HttpResponse.BodyHandlers.ofString());
        if (made.statusCode() / 100 != 2) {
            throw new IllegalStateException("no repository: " + made.statusCode() + " " + made.body());
        }
    }
}
