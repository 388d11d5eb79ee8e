package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.map.Iris;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.pipeline.source.picture.KeptPictures;
import dev.precis.pipeline.source.picture.PagePictures;
import dev.precis.pipeline.source.picture.PictureSource;
import dev.precis.pipeline.source.warc.CaptureHistory;
import dev.precis.sparql.archive.GraphArchive;
import java.util.function.Consumer;

/** Keeps what a run captures: bytes, texts, pictures, and that they were captured. */
final class Intake {
    private final GraphArchive archive;
    private final Stages stages;
    private final CaptureHistory history;
    private final Consumer<Notice> notices;

    /** @param notices told of pictures that could not be had */
    Intake(GraphArchive archive, Stages stages, Consumer<Notice> notices) {
        this.archive = archive;
        this.stages = stages;
        this.history = CaptureHistory.of(archive.store());
        this.notices = notices;
    }

    void keep(Capture capture) {
        boolean seen = archive.snapshots().contentType(capture.digest()).isPresent();
        archive.snapshots().put(capture.content(), capture.contentType());
        history.add(stages.profile().id(), capture, seen);
    }

    /** Notes a capture that is no document: a picture. */
    void fetched(Capture capture) {
        history.add(stages.profile().id(), capture, true);
    }

    /** What a page says, in words: quotes are found in it. */
    void keepText(Page page) {
        archive.snapshots().putText(page.snapshot(), page.text());
    }

    /** The page with its pictures, from there or as they were had with it before. */
    Page withPictures(Page page, PictureSource source) {
        Iris iris = new Iris(stages.profile());
        PagePictures pictures = new PagePictures(
                source.or(link -> before(page).look(link)),
                stages.profile().pictures().maxBytes(),
                picture ->
                        archive.pictures().put(picture.content(), picture.kind().mediaType()));
        Page filled = stages.reader().withPictures(page, pictures, picture -> iris.picture(picture.name()));
        if (pictures.hasLooked() && !pictures.found().equals(archive.snapshots().pictures(page.snapshot()))) {
            archive.snapshots().putPictures(page.snapshot(), pictures.found());
        }
        pictures.notice(page.address()).ifPresent(notices);
        return filled;
    }

    /** Looked for when there is a picture that is not to be had: most pages have none. */
    private KeptPictures before(Page page) {
        return new KeptPictures(archive.snapshots().pictures(page.snapshot()), archive.pictures()::bytes);
    }

    /** Keeps durably that all this was captured. */
    void write() {
        history.write();
    }
}
