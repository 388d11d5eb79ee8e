package dev.precis.pipeline.app.run;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.route.Ingest;
import dev.precis.pipeline.source.picture.PictureSource;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Hands what is gathered to the routes. */
record IntoIngest(Ingest ingest, Runnable checkpoint) implements Recipient {
    @Override
    public int ahead() {
        return ingest.ahead();
    }

    @Override
    public void foresee(Capture capture) {
        ingest.foresee(capture);
    }

    @Override
    public Page look(Capture capture) {
        return ingest.look(capture);
    }

    @Override
    public Page withPictures(Page page, PictureSource source) {
        return ingest.withPictures(page, source);
    }

    @Override
    public void add(Page page) {
        ingest.add(page);
    }

    @Override
    public void miss(String title) {
        ingest.miss(title);
    }

    @Override
    public void fetched(Capture capture) {
        ingest.fetched(capture);
    }

    @Override
    public void note(Notice notice) {
        ingest.note(notice);
    }

    @Override
    public void looked(String what) {
        ingest.looked(what);
    }

    @Override
    public void crawled(URI address, boolean complete, Set<URI> missing) {
        ingest.crawled(address, complete, missing);
    }

    @Override
    public boolean isSource(URI address) {
        return ingest.isSource(address);
    }

    @Override
    public List<URI> unmet() {
        return ingest.unmet();
    }

    @Override
    public void pause() {
        checkpoint.run();
    }
}
