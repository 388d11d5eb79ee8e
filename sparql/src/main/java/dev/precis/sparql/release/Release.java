package dev.precis.sparql.release;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.archive.ArchiveVersion;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * A data set: a store as it was after one of its commits, and never changed since.
 *
 * @param version of the store; its instant is the date of the release
 * @param base what the names in it begin with
 * @param title what it is called
 * @param publisher who publishes it
 * @param license its address; empty where the blogs in it have none, or several
 * @param previous the name of the one before it, if there is one
 * @param files the data
 */
public record Release(
        ArchiveVersion version,
        String base,
        String title,
        String publisher,
        String license,
        Optional<String> previous,
        List<ReleasedFile> files) {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    public Release {
        files = List.copyOf(files);
    }

    /** What a release of that version is called; names are in the order of their dates. */
    static String name(ArchiveVersion version) {
        return NAME.format(version.committed());
    }

    /** Its name, which is that of its folder. */
    public String name() {
        return name(version);
    }

    /** The instant of the store's last change before it, in UTC. */
    public String instant() {
        return version.committed().toString();
    }

    /** Its day in UTC, ISO 8601. */
    public String day() {
        return DAY.format(version.committed());
    }

    /** Its IRI: a place on the page of all releases. */
    public String iri() {
        return IriTemplate.DATA_SETS.of(base) + "#" + name();
    }

    /** Where one of its files is found. */
    public String address(String file) {
        return IriTemplate.DATA_SETS.of(base) + "/" + name() + "/" + file;
    }

    /** The same with these files. */
    Release with(List<ReleasedFile> others) {
        return new Release(version, base, title, publisher, license, previous, others);
    }
}
