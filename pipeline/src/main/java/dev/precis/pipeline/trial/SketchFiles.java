package dev.precis.pipeline.trial;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.precis.pipeline.domain.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a sketch as the folder of a source, with comments that say what a person should look at. */
public final class SketchFiles {
    /** "Copyright not evaluated" (https://rightsstatements.org): nobody has looked yet. */
    private static final String NOT_EVALUATED = "https://rightsstatements.org/vocab/CNE/1.0/";

    private SketchFiles() {}

    /** A name for the folder of a blog: letters, digits and hyphens; never empty. */
    public static String id(Sketch sketch) {
        String id = slug(sketch.name());
        return id.isEmpty() ? "blog" : id;
    }

    /** Writes {@code profile.yaml} and {@code topics.ttl}. */
    public static void write(Sketch sketch, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("profile.yaml"), profile(sketch));
            Files.writeString(folder.resolve("topics.ttl"), topics(sketch));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder, e);
        }
    }

    private static String profile(Sketch sketch) {
        String language = sketch.language();
        String home = sketch.home().isEmpty() ? Sketch.NOWHERE : sketch.home();
        return """
            # Drafted from the blog's own pages by "precis try --write"; docs/sources.md tells all keys.
            # Look at every line, then try again: precis try INPUT --sources <the folder above this one>
            name: %s
            # One sentence about it.
            description: ""
            # %s
            home: %s
            language: %s
            # Who writes what names no other author; leave it empty if several people write.
            author: ""
            # Check: the blog's name was taken.
            publisher: %s
            # Replace it by the licence that the blog gives: this one says that nobody has looked.
            licence: %s
            labels:
            %s%s\
            """.formatted(
                        yaml(sketch.name()),
                        sketch.home().isEmpty()
                                ? "Replace it: no page tells where the blog lives."
                                : "Check: the first page of the blog.",
                        yaml(home),
                        yaml(language),
                        yaml(sketch.name()),
                        NOT_EVALUATED,
                        implications(sketch),
                        topicLabels(sketch));
    }

    private static String implications(Sketch sketch) {
        String others = sketch.otherHeadings().isEmpty()
                ? ""
                : "  # Other headings on most pages: " + list(sketch.otherHeadings()) + "\n";
        return sketch.implications().isEmpty()
                ? "  # No heading looks like that of implications: put the right one in place of this usual one.\n"
                        + others
                        + "  implications: [\"Practice Implications\"]\n"
                : "  # Check: headings that what follows for practice stands under.\n"
                        + others
                        + "  implications: " + list(sketch.implications()) + "\n";
    }

    private static String topicLabels(Sketch sketch) {
        return sketch.topicLabels().isEmpty()
                ? ""
                : "  # Check: words before the topics of a post.\n  topics: " + list(sketch.topicLabels()) + "\n";
    }

    private static String list(List<String> texts) {
        return texts.stream().map(SketchFiles::yaml).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A JSON string is a double-quoted scalar of YAML 1.2. */
    private static String yaml(String text) {
        return new TextNode(text).toString();
    }

    private static String topics(Sketch sketch) {
        StringBuilder turtle = new StringBuilder("""
            # Topics as SKOS, drafted from categories and tags, the most frequent first. The IRIs are relative: the
            # program supplies the base. Check: delete what is no topic; what is a kind of study belongs to <type>
            # (an IRI that begins so, skos:inScheme <type>); spellings of one topic are one, with skos:altLabel.
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix dct:  <http://purl.org/dc/terms/> .

            """);
        String language = "@" + sketch.language();
        turtle.append("<topic> a skos:ConceptScheme ;\n    dct:title ")
                .append(literal("Topics of " + sketch.name()))
                .append(language)
                .append(" .\n\n<type> a skos:ConceptScheme ;\n    dct:title ")
                .append(literal("Kinds of study in " + sketch.name()))
                .append(language)
                .append(" .\n");
        Set<String> taken = new HashSet<>();
        for (Sketch.Counted topic : sketch.topics()) {
            String name = slug(topic.text());
            if (name.isEmpty() || taken.contains(name)) {
                name = name + (name.isEmpty() ? "topic-" : "-") + (taken.size() + 1);
            }
            taken.add(name);
            turtle.append("\n# on ")
                    .append(topic.times())
                    .append(topic.times() == 1 ? " page\n" : " pages\n")
                    .append("<topic/")
                    .append(name)
                    .append("> a skos:Concept ;\n    skos:prefLabel ")
                    .append(literal(topic.text()))
                    .append(language)
                    .append(" ;\n    skos:inScheme <topic> ;\n    skos:topConceptOf <topic> .\n");
        }
        return turtle.toString();
    }

    /** Turtle 1.1 section 6.4: what must be escaped in a short string. */
    private static String literal(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("[\\r\\n]+", " ") + "\"";
    }

    private static String slug(String text) {
        return Texts.key(text).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
