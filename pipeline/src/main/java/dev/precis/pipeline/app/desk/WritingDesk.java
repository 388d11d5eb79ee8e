package dev.precis.pipeline.app.desk;

import dev.precis.ontology.Concept;
import dev.precis.ontology.SourceConcepts;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.route.drop.DropRoutes.Outcome;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.page.Desk.Choice;
import dev.precis.sparql.page.Desk.Draft;
import dev.precis.sparql.page.Desk.Field;
import dev.precis.sparql.page.Desk.Preview;
import dev.precis.sparql.page.Desk.Said;
import dev.precis.sparql.page.DeskPages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A form for a new summary, which ends as a file in the watched folder. */
final class WritingDesk {
    private static final String BESIDE = ".part";
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int LOOK_EVERY_MILLIS = 50;

    private final Office office;
    private final Rooms rooms;
    private final Tidings tidings;

    WritingDesk(Office office, Rooms rooms, Tidings tidings) {
        this.office = office;
        this.rooms = rooms;
        this.tidings = tidings;
    }

    DeskAnswer begin(DeskRequest request) {
        return page(request, List.of());
    }

    private DeskAnswer page(DeskRequest form, List<Preview> preview) {
        SourceConcepts concepts = Office.concepts(office.dropSource());
        List<String> types = form.values("type");
        String author = office.dropSource().author();
        return DeskAnswer.page(DeskPages.write(
                rooms.of("A new summary for " + office.dropSource().name(), form),
                new Draft(
                        List.of(
                                field(form, "title", "Title", "", 1),
                                field(form, "month", "Month or day", "2024-05, or 2024-05-14", 1),
                                field(form, "author", "Author", author.isEmpty() ? "" : "Empty: " + author, 1),
                                field(form, "citation", "The study, as a reference", "In the manner of APA", 3)),
                        choices(concepts.topics().concepts(), form.values("topic")),
                        types(concepts.types().concepts(), types),
                        List.of(
                                field(form, "body", "Text", "Markdown; a blank line between paragraphs", 12),
                                field(form, "implications", "What follows for practice", "Markdown", 6)),
                        preview)));
    }

    private static Field field(DeskRequest form, String name, String label, String hint, int lines) {
        return new Field(name, label, form.value(name), hint, lines);
    }

    private static List<Choice> choices(List<Concept> concepts, List<String> chosen) {
        return concepts.stream()
                .map(Concept::prefLabel)
                .sorted()
                .map(label -> new Choice(label, chosen.contains(label)))
                .toList();
    }

    private static List<Choice> types(List<Concept> concepts, List<String> chosen) {
        boolean none = chosen.stream().allMatch(String::isEmpty);
        return concepts.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(new Choice("", none)), choices(concepts, chosen).stream())
                        .toList();
    }

    /** Shows how it would be read; or publishes it. */
    DeskAnswer write(DeskRequest form) {
        SourceProfile profile = office.dropSource();
        NewSummary summary = NewSummary.of(form, profile);
        Preview preview = Previews.of(profile, summary);
        if (!form.value("do").equals("publish") || !preview.flaws().isEmpty()) {
            return page(form, List.of(preview));
        }
        return tidings.tell("./", List.of(publish(summary)));
    }

    /** Written elsewhere first: the watch takes no half of it. */
    private Said publish(NewSummary summary) {
        Path file = free(summary.fileName());
        Path beside = file.resolveSibling(file.getFileName() + BESIDE);
        try {
            DurableFiles.write(beside, summary.text().getBytes(StandardCharsets.UTF_8), true);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return outcome(file);
    }

    private Path free(String name) {
        String stem = name.substring(0, name.lastIndexOf('.'));
        return Stream.iterate(1, number -> number + 1)
                .map(number -> office.drop().resolve(stem + (number == 1 ? "" : "-" + number) + ".md"))
                .filter(file -> !Files.exists(file) && !isKnown(file))
                .findFirst()
                .orElseThrow();
    }

    /** A file of a name that was published before would be taken for the same summary. */
    private boolean isKnown(Path file) {
        return Stream.of(Outcome.PUBLISHED, Outcome.REJECTED)
                .anyMatch(outcome ->
                        Files.exists(office.drop().resolve(outcome.folder()).resolve(file.getFileName())));
    }

    private Said outcome(Path file) {
        String name = file.getFileName().toString();
        for (int waited = 0; waited < PATIENCE_MILLIS && Files.exists(file); waited += LOOK_EVERY_MILLIS) {
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        boolean rejected =
                Files.exists(office.drop().resolve(Outcome.REJECTED.folder()).resolve(name));
        return Files.exists(file)
                ? new Said(name + " lies in the watched folder and is not published yet.", true)
                : rejected
                        ? new Said(name + " was rejected; its report stands below.", false)
                        : new Said(name + " is published.", true);
    }
}
