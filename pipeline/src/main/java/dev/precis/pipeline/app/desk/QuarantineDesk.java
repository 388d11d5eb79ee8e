package dev.precis.pipeline.app.desk;

import dev.precis.pipeline.app.settings.StoreRequests.Answer;
import dev.precis.pipeline.quarantine.Quarantine;
import dev.precis.pipeline.quarantine.Withheld;
import dev.precis.sparql.page.Desk.Item;
import dev.precis.sparql.page.Desk.Said;
import dev.precis.sparql.page.DeskPages;
import java.util.List;
import java.util.Optional;

/** What was read and not published: why, and on to another try. */
final class QuarantineDesk {
    private final Office office;
    private final Rooms rooms;
    private final Tidings tidings;
    private final Quarantine quarantine;

    QuarantineDesk(Office office, Rooms rooms, Tidings tidings) {
        this.office = office;
        this.rooms = rooms;
        this.tidings = tidings;
        this.quarantine = new Quarantine(office.archive().store());
    }

    DeskAnswer list(DeskRequest request) {
        boolean all = !request.value("all").isEmpty();
        List<Withheld> items = quarantine.all();
        List<Item> shown = items.stream()
                .filter(item -> all || !item.ignored())
                .map(QuarantineDesk::view)
                .toList();
        int ignored = all ? 0 : items.size() - shown.size();
        return DeskAnswer.page(DeskPages.quarantine(rooms.of("Quarantine", request), shown, ignored));
    }

    private static Item view(Withheld item) {
        return new Item(
                item.id(),
                item.what(),
                item.from().address(),
                item.stage().label(),
                item.reason(),
                Overview.WHEN.format(item.since()),
                item.from().snapshot(),
                item.report(),
                item.ignored(),
                item.stage() != Withheld.Stage.JUDGE && !item.from().snapshot().isEmpty());
    }

    DeskAnswer item(DeskRequest request) {
        Optional<Withheld> item = quarantine.find(request.value("id"));
        if (item.isEmpty()) {
            return tidings.tell("quarantine", List.of(new Said("This is not in quarantine any more.", true)));
        }
        String text =
                office.archive().snapshots().text(item.get().from().snapshot()).orElse("");
        return DeskAnswer.page(DeskPages.withheld(rooms.of("In quarantine", request), view(item.get()), text));
    }

    DeskAnswer retry(DeskRequest request) {
        return decide(request, "retry");
    }

    DeskAnswer ignore(DeskRequest request) {
        return decide(request, "ignore");
    }

    private DeskAnswer decide(DeskRequest request, String decision) {
        Optional<Withheld> item = quarantine.find(request.value("id"));
        if (item.isEmpty()) {
            return tidings.tell("quarantine", List.of(new Said("This is not in quarantine any more.", true)));
        }
        String id = item.get().id();
        Answer answer = office.run(List.of("quarantine", decision), id);
        boolean stays = quarantine.find(id).filter(kept -> !kept.ignored()).isPresent();
        return tidings.tell(stays ? "withheld?id=" + id : "quarantine", answer);
    }
}
