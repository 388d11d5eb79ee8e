package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Summary;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.map.Iris;
import dev.precis.pipeline.quarantine.Withholding;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.pipeline.validate.NonConformance;
import java.util.ArrayList;
import java.util.List;

/** Takes the pages of one source through all that an ingest does with them, without an archive: nothing is kept. */
public final class Rehearsal {
    private final Stages stages;

    public Rehearsal(Stages stages) {
        this.stages = stages;
    }

    /** The page, its posts with the labels that its address tells. */
    public Page labelled(Page page) {
        return collation().labelled(page);
    }

    /**
     * What comes to light only when all pages are brought together, mapped and validated: what pages disagree in, what
     * is an excerpt alone, what does not conform.
     */
    public List<Notice> notices(List<Page> pages) {
        Collation collation = collation();
        pages.forEach(collation::add);
        Collation.Collated collated = collation.drafts();
        List<Notice> notices = new ArrayList<>(collated.notices());
        Layout layout = Layout.learn(collated.drafts());
        List<Draft> drafts = collated.drafts().stream().map(layout::read).toList();
        Gate gate = new Gate(stages.profile(), false);
        notices.addAll(gate.judge(drafts, draft -> 0, draft -> false, false).notices());
        for (Draft draft : drafts) {
            Draft whole = draft.withNotices(Standing.notices(draft));
            Summary summary = stages.understanding().understand(whole);
            notices.addAll(summary.draft().notices());
            String name = new Iris(stages.profile()).summary(draft, 1);
            try {
                stages.validator().validate(stages.mapper().map(summary, name));
            } catch (NonConformance failure) {
                notices.add(Withholding.notice(failure));
            }
        }
        return notices;
    }

    private Collation collation() {
        return new Collation(stages.profile(), new Works(stages.understanding()::citations));
    }
}
