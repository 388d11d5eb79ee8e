package dev.precis.pipeline.app.desk;

import dev.precis.pipeline.app.run.Trying;
import dev.precis.pipeline.app.run.Wiring;
import dev.precis.pipeline.correct.CitationVariables;
import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Severity;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.trial.Trial;
import dev.precis.pipeline.trial.TriedPost;
import dev.precis.sparql.page.Desk.Preview;
import dev.precis.sparql.page.Desk.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How a new summary would be read, without keeping anything. */
final class Previews {
    private Previews() {}

    static Preview of(SourceProfile profile, NewSummary summary) {
        Capture capture = new Capture(
                Path.of("/", summary.fileName()).toUri(), "", summary.text().getBytes(StandardCharsets.UTF_8));
        Trial trial = Trying.of(profile, capture);
        List<Reading> told = new ArrayList<>();
        List<String> paragraphs = new ArrayList<>();
        for (TriedPost post : trial.posts()) {
            told.addAll(told(post, profile));
            Stream.of(post.draft().body(), post.draft().implications())
                    .flatMap(List::stream)
                    .map(Passage::text)
                    .forEach(paragraphs::add);
        }
        return new Preview(
                summary.text(),
                told,
                paragraphs,
                sentences(trial.allNotices().stream().filter(Previews::isFlaw)),
                sentences(trial.allNotices().stream().filter(notice -> !isFlaw(notice))));
    }

    private static boolean isFlaw(Notice notice) {
        return notice.severity() == Severity.VIOLATION;
    }

    private static List<String> sentences(Stream<Notice> notices) {
        return notices.map(Notice::message).distinct().toList();
    }

    private static List<Reading> told(TriedPost post, SourceProfile profile) {
        List<Reading> told = new ArrayList<>();
        add(told, "Title", post.title().value());
        add(told, "Date", post.date().value());
        add(told, "Author", post.author(profile).value());
        add(told, "Topics", String.join(", ", post.topics()));
        add(told, "Type", String.join(", ", post.types()));
        for (Passage line : post.draft().citations()) {
            for (Citation citation : Wiring.citationParser().parse(line.text())) {
                CitationVariables.of(citation).forEach((name, value) -> add(told, CorrectionFields.label(name), value));
            }
        }
        return told;
    }

    private static void add(List<Reading> told, String name, String value) {
        if (!value.isEmpty()) {
            told.add(new Reading(name, value, value));
        }
    }
}
