package dev.precis.pipeline.app.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precis.pipeline.app.run.Rereading;
import dev.precis.pipeline.correct.CorrectionFile;
import dev.precis.pipeline.correct.ReviewItem;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.route.Tally;
import dev.precis.sparql.page.Desk.Check;
import dev.precis.sparql.page.Desk.Line;
import dev.precis.sparql.page.Desk.Room;
import dev.precis.sparql.page.Desk.Said;
import dev.precis.sparql.page.DeskPages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes what an editor says into the corrections of the source, after it was looked at, and publishes it at once. */
final class CorrectionDesk {
    private static final int CONTEXT = 3;

    private final Office office;
    private final Rooms rooms;
    private final Tidings tidings;
    private final Doubtful doubtful;

    CorrectionDesk(Office office, Rooms rooms, Tidings tidings) {
        this.office = office;
        this.rooms = rooms;
        this.tidings = tidings;
        this.doubtful = new Doubtful(office.archive());
    }

    /** Shows what would be written. */
    DeskAnswer check(DeskRequest form) {
        Optional<SourceProfile> profile = owner(form);
        if (profile.isEmpty()) {
            return unknown();
        }
        Optional<ReviewItem> item = doubtful.find(form.value("summary"), form.value("item"));
        if (item.isEmpty()) {
            return unknown();
        }
        JsonNode correction = CorrectionFields.correction(form, item.get().correction());
        if (!correction.has("set") && !correction.has("findings") && !correction.has("flags")) {
            return tidings.tell(
                    "look?summary=" + Room.encoded(form.value("summary")),
                    List.of(new Said("Nothing is another one than was read.", false)));
        }
        return check(form, profile.get(), CorrectionFile.entry(correction), List.of());
    }

    private DeskAnswer check(DeskRequest form, SourceProfile profile, String entry, List<String> more) {
        CorrectionFile file = new CorrectionFile(profile.folder(), Office.tagger(profile));
        String summary = form.value("summary");
        List<Line> lines = Stream.concat(
                        file.end(CONTEXT).stream().map(line -> new Line(' ', line)),
                        CorrectionFile.added(entry).stream().map(line -> new Line('+', line)))
                .toList();
        List<String> flaws = new ArrayList<>(more);
        flaws.addAll(file.flaws(entry));
        return DeskAnswer.page(DeskPages.check(
                rooms.of("Look at it once more", form),
                new Check(
                        summary,
                        SummaryDesk.title(office.archive(), summary),
                        entry,
                        file.name(),
                        lines,
                        flaws.stream().distinct().toList())));
    }

    /** Writes it down and reads the summary again. */
    DeskAnswer save(DeskRequest form) {
        Optional<SourceProfile> owner = owner(form);
        if (owner.isEmpty()) {
            return unknown();
        }
        SourceProfile profile = owner.get();
        String entry = form.value("entry");
        CorrectionFile file = new CorrectionFile(profile.folder(), Office.tagger(profile));
        if (!form.value("do").equals("save") || !file.flaws(entry).isEmpty()) {
            return check(form, profile, entry, List.of());
        }
        file.add(entry);
        String summary = form.value("summary");
        return tidings.tell("summary?iri=" + Room.encoded(summary), published(profile, summary, file.name()));
    }

    private List<Said> published(SourceProfile profile, String summary, String file) {
        Rereading rereading = new Rereading(office.archive());
        Optional<Capture> page = rereading.ofSummary(summary);
        if (page.isEmpty()) {
            return List.of(new Said(
                    "Saved in " + file
                            + ". The page of this summary is not kept: the next run that reads it publishes it.",
                    true));
        }
        Tally tally = rereading.read(profile, List.of(page.get()));
        office.follow().run();
        List<Said> said = new ArrayList<>();
        said.add(
                new Said("Saved in " + file + " and published.", tally.refused().isEmpty()));
        tally.refused().stream()
                .map(Notice::toString)
                .map(text -> new Said(text, false))
                .forEach(said::add);
        tally.notices().stream()
                .filter(notice -> notice.code().equals("correction-unfit"))
                .map(notice -> new Said(notice.toString(), false))
                .forEach(said::add);
        return said;
    }

    private Optional<SourceProfile> owner(DeskRequest form) {
        String summary = form.value("summary");
        return office.archive().entry(summary).flatMap(entry -> office.owner(summary));
    }

    private DeskAnswer unknown() {
        return tidings.tell("doubts", List.of(new Said("There is no summary of that address.", false)));
    }
}
