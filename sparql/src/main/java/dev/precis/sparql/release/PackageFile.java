package dev.precis.sparql.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.sparql.archive.ArchiveVersion;
import dev.precis.sparql.release.ReleasedFile.Column;
import dev.precis.sparql.write.JsonTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a release says of itself: a Data Package (datapackage.org, version 2.0), which has room for what we add under a
 * name of our own.
 */
final class PackageFile {
    /** What the file is called. */
    static final String NAME = "datapackage.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROFILES = "https://datapackage.org/profiles/2.0/";
    private static final String OURS = "precis";
    private static final String DIGEST = "sha256:";

    private PackageFile() {}

    static byte[] write(Release release) {
        ObjectNode tree = JsonTree.node();
        tree.put("$schema", PROFILES + "datapackage.json");
        tree.put("name", "precis-" + release.name().toLowerCase(Locale.ROOT));
        tree.put("id", release.iri());
        tree.put("title", release.title());
        tree.put("version", release.name());
        tree.put("created", release.version().committed().toString());
        tree.put("homepage", release.base());
        tree.putArray("contributors")
                .addObject()
                .put("title", release.publisher())
                .putArray("roles")
                .add("publisher");
        if (!release.license().isEmpty()) {
            tree.putArray("licenses").addObject().put("path", release.license());
        }
        ArrayNode resources = tree.putArray("resources");
        release.files().forEach(file -> resource(resources.addObject(), file));
        ObjectNode ours = tree.putObject(OURS);
        ours.put("version", release.version().number());
        release.previous().ifPresent(previous -> ours.put("previous", previous));
        return JsonTree.lines(tree);
    }

    private static void resource(ObjectNode resource, ReleasedFile file) {
        resource.put("name", file.unpacked());
        resource.put("path", file.name());
        resource.put("title", file.title());
        resource.put("mediatype", file.mediaType());
        resource.put("encoding", "utf-8");
        resource.put("bytes", file.bytes());
        resource.put("hash", DIGEST + file.sha256());
        if (file.linkedData()) {
            resource.put("linkedData", true);
        }
        if (!file.columns().isEmpty()) {
            resource.put("$schema", PROFILES + "dataresource.json");
            resource.put("type", "table");
            resource.put("format", "csv");
            ObjectNode schema = resource.putObject("schema");
            ArrayNode fields = schema.putArray("fields");
            file.columns()
                    .forEach(column -> fields.addObject()
                            .put("name", column.name())
                            .put("type", column.numeric() ? "number" : "string"));
            schema.putArray("missingValues").add("");
        }
    }

    /**
     * Reads one.
     *
     * @throws UncheckedIOException if it is not as we write it
     */
    static Release read(Path file) {
        try {
            JsonNode tree = JSON.readTree(Files.readAllBytes(file));
            JsonNode ours = tree.required(OURS);
            List<ReleasedFile> files = new ArrayList<>();
            tree.required("resources").forEach(resource -> files.add(file(resource)));
            return new Release(
                    new ArchiveVersion(
                            ours.required("version").asLong(),
                            Instant.parse(tree.required("created").asText())),
                    tree.required("homepage").asText(),
                    tree.required("title").asText(),
                    tree.required("contributors").path(0).required("title").asText(),
                    tree.path("licenses").path(0).path("path").asText(),
                    Optional.of(ours.path("previous").asText()).filter(name -> !name.isEmpty()),
                    files);
        } catch (IOException | RuntimeException e) {
            throw new UncheckedIOException(file + " is not what a release says of itself", new IOException(e));
        }
    }

    private static ReleasedFile file(JsonNode resource) {
        List<Column> columns = new ArrayList<>();
        resource.path("schema")
                .path("fields")
                .forEach(field -> columns.add(new Column(
                        field.required("name").asText(),
                        field.required("type").asText().equals("number"))));
        return new ReleasedFile(
                resource.required("path").asText(),
                resource.required("title").asText(),
                resource.required("mediatype").asText(),
                resource.path("linkedData").asBoolean(),
                columns,
                resource.required("bytes").asLong(),
                resource.required("hash").asText().substring(DIGEST.length()));
    }
}
