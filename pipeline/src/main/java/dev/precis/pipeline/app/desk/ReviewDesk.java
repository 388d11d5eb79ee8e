package dev.precis.pipeline.app.desk;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precis.pipeline.app.run.Wiring;
import dev.precis.pipeline.correct.CitationVariables;
import dev.precis.pipeline.correct.ReviewItem;
import dev.precis.pipeline.domain.Citation;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.page.Desk.Doubt;
import dev.precis.sparql.page.Desk.Doubts;
import dev.precis.sparql.page.Desk.Kind;
import dev.precis.sparql.page.Desk.Look;
import dev.precis.sparql.page.Desk.Piece;
import dev.precis.sparql.page.Desk.Reading;
import dev.precis.sparql.page.Desk.Room;
import dev.precis.sparql.page.Desk.Said;
import dev.precis.sparql.page.DeskPages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** What a person should look at: what was printed, how it was read, and a form to say what is right. */
final class ReviewDesk {
    private static final int SHOWN = 50;

    private final Office office;
    private final Rooms rooms;
    private final Tidings tidings;
    private final Doubtful doubtful;

    ReviewDesk(Office office, Rooms rooms, Tidings tidings) {
        this.office = office;
        this.rooms = rooms;
        this.tidings = tidings;
        this.doubtful = new Doubtful(office.archive());
    }

    DeskAnswer list(DeskRequest request) {
        SequencedMap<String, List<ReviewItem>> kinds =
                doubtful.all().stream().collect(groupingBy(ReviewItem::flag, LinkedHashMap::new, toList()));
        String given = request.value("flag");
        String flag = kinds.containsKey(given) || kinds.isEmpty()
                ? given
                : kinds.firstEntry().getKey();
        List<ReviewItem> items = kinds.getOrDefault(flag, List.of());
        int from = Math.min(number(request.value("from")), Math.max(0, items.size() - 1) / SHOWN * SHOWN);
        int to = Math.min(items.size(), from + SHOWN);
        Doubts doubts = new Doubts(
                kinds.entrySet().stream()
                        .map(kind -> new Kind(
                                kind.getKey(),
                                kind.getValue().getFirst().label(),
                                kind.getValue().size(),
                                kind.getKey().equals(flag)))
                        .toList(),
                items.subList(from, to).stream().map(ReviewDesk::view).toList(),
                from,
                items.size(),
                from > 0 ? page(flag, from - SHOWN) : "",
                to < items.size() ? page(flag, to) : "");
        return DeskAnswer.page(DeskPages.doubts(rooms.of("To review", request), doubts));
    }

    private static int number(String text) {
        return text.matches("\\d{1,7}") ? Integer.parseInt(text) / SHOWN * SHOWN : 0;
    }

    private static String page(String flag, int from) {
        return "doubts?flag=" + Room.encoded(flag) + "&from=" + Math.max(0, from);
    }

    private static Doubt view(ReviewItem item) {
        return new Doubt(
                "look?summary=" + Room.encoded(item.summary()) + "&item=" + Doubtful.name(item),
                item.title(),
                item.label(),
                item.explanation(),
                item.printed());
    }

    DeskAnswer look(DeskRequest request) {
        String summary = request.value("summary");
        Optional<ReviewItem> item = doubtful.find(summary, request.value("item"));
        if (item.isEmpty()) {
            return tidings.tell("doubts", List.of(new Said("There is no summary of that address.", false)));
        }
        return DeskAnswer.page(DeskPages.look(rooms.of(item.get().title(), request), look(item.get(), request.user())));
    }

    private Look look(ReviewItem item, String user) {
        JsonNode correction = item.correction();
        List<Citation> readings =
                correction.path("set").has("citation") ? Wiring.citationParser().readings(item.printed()) : List.of();
        String snapshot = office.archive()
                .entry(item.summary())
                .map(ArchiveEntry::snapshot)
                .orElse("");
        String text = office.archive().snapshots().text(snapshot).orElse("");
        return new Look(
                item.summary(),
                item.title(),
                Doubtful.name(item),
                item.label(),
                item.explanation(),
                item.page(),
                snapshot,
                correction.path("findings").path(0).path("quote").asText(),
                table(readings),
                readings.size() > 1,
                readings.stream().findFirst().map(Marks::ofCitation).orElse(List.of()),
                Marks.around(text, item.printed()),
                CorrectionFields.of(item),
                user);
    }

    private static List<Reading> table(List<Citation> readings) {
        if (readings.isEmpty()) {
            return List.of();
        }
        Map<String, String> first = CitationVariables.of(readings.getFirst());
        Map<String, String> second = CitationVariables.of(readings.getLast());
        return first.entrySet().stream()
                .map(variable -> new Reading(
                        CorrectionFields.label(variable.getKey()),
                        variable.getValue(),
                        second.getOrDefault(variable.getKey(), "")))
                .filter(reading ->
                        !reading.first().isEmpty() || !reading.second().isEmpty())
                .toList();
    }

    DeskAnswer snapshot(DeskRequest request) {
        String digest = request.value("digest");
        Optional<String> text = office.archive().snapshots().text(digest);
        return text.isPresent()
                ? DeskAnswer.page(DeskPages.snapshot(
                        rooms.of("The page as it was read", request), List.of(new Piece(text.get(), false, ""))))
                : DeskAnswer.page(404, DeskPages.snapshot(rooms.of("No such page", request), List.of()));
    }
}
