package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Severity;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.execute.Described;
import dev.precis.pipeline.execute.PostTask;
import dev.precis.pipeline.quarantine.Quarantine;
import dev.precis.pipeline.quarantine.Withholding;
import dev.precis.pipeline.reading.Readings;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.pipeline.source.picture.PictureSource;
import dev.precis.sparql.archive.GraphArchive;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One run over documents of one source: what was read so far, and what became of it. */
public final class Batch implements AutoCloseable {
    private final Stages stages;
    private final InputDigest digests;
    private final Withholding withholding;
    private final Naming naming;
    private final Collation collation;
    private final Labelling labelling;
    private final Standing standing = new Standing();
    private final Undated undated = new Undated();
    private final Tally tally = new Tally();
    private final Admission admission;
    private final Whereabouts whereabouts;
    private final Absences absences;
    private boolean partly;
    private final BlogGraphs ofBlog;
    private final Intake intake;
    private final Publishing publishing;
    private final Readings readings;

    /**
     * A run that has read nothing yet.
     *
     * @param digests of what summaries are made from, to tell what has changed
     * @param forced whether what many posts have alike is no reason to withhold them
     */
    public Batch(GraphArchive archive, Stages stages, InputDigest digests, boolean forced) {
        this.stages = stages;
        this.digests = digests;
        this.withholding = new Withholding(
                new Quarantine(archive.store()), stages.profile().id());
        this.ofBlog = new BlogGraphs(archive, stages);
        this.intake = new Intake(archive, stages, this::note);
        this.readings = new Readings(
                archive.store(), stages.profile().id(), digests.ofCircumstances(), archive.snapshots()::text);
        Works works = new Works(stages.understanding()::citations);
        this.naming = new Naming(archive, stages.profile(), works);
        this.labelling = new Labelling(archive, stages, naming);
        this.collation = new Collation(stages.profile(), works);
        this.admission = new Admission(archive, stages.profile(), naming, forced);
        this.whereabouts = new Whereabouts(archive, stages.profile(), naming);
        this.absences = new Absences(archive, stages.profile(), naming, whereabouts);
        this.publishing =
                new Publishing(archive, stages, digests, naming, labelling, works, standing, withholding, tally);
    }

    /** Digest of the settings and of the software, which all that is read depends on. */
    String circumstances() {
        return digests.ofCircumstances();
    }

    Capture snapshot(Capture capture) {
        intake.keep(capture);
        withholding.captured(capture);
        return capture;
    }

    /** Whether a document was read before, so that it need not be read again. */
    boolean isRead(Capture capture) {
        return readings.isRead(capture);
    }

    /**
     * What a document says.
     *
     * @param reader reads it, unless it was read before
     */
    Page read(Capture capture, Function<Capture, Page> reader) {
        return readings.read(capture, reader);
    }

    /** That something was fetched which is no document: a picture. */
    void fetched(Capture capture) {
        intake.fetched(capture);
    }

    Page withPictures(Page page, PictureSource source) {
        return intake.withPictures(page, source);
    }

    Page add(Page page) {
        tally.page();
        standing.read(page.address());
        withholding.read(page);
        absences.read(page.address(), !page.drafts().isEmpty());
        if (page.drafts().isEmpty() && whereabouts.isSource(page.address())) {
            standing.failed(page.address().toString());
        }
        intake.keepText(page);
        collation.add(page);
        page.notices().stream().filter(notice -> !undated.add(notice)).forEach(this::note);
        ofBlog.add(page);
        return page;
    }

    /** What something outside the pages had to say: an address that did not answer, a file that is no page. */
    public void note(Notice notice) {
        tally.note(notice.severity() == Severity.VIOLATION ? withholding.withhold(notice) : notice);
        if (notice.isUnreachable()) {
            standing.failed(notice.where());
        }
    }

    /** That pages which may tell more of these posts are not read. */
    void partly() {
        partly = true;
    }

    /** That something was looked at that is no page yet, such as a file, by the name that notices have for it. */
    void looked(String what) {
        withholding.looked(what);
    }

    /** That a crawl from that address has come to its end; see {@link Ingest#crawled}. */
    void crawled(URI address, boolean whole, Set<URI> missing) {
        if (absences.crawled(address, whole, missing)) {
            looked(stages.profile().id()); // what is withheld of the site as a whole
        }
    }

    boolean isSource(URI address) {
        return whereabouts.isSource(address);
    }

    List<URI> unmet() {
        List<Draft> drafts = collation.drafts().drafts();
        naming.name(drafts);
        return absences.addresses(names(drafts));
    }

    /** That what is read is all there is of the source. */
    void complete() {
        absences.complete();
    }

    /** That nothing is read but what was read before: it brings nothing back, and what it lacks is told. */
    void again() {
        publishing.again();
    }

    private Set<String> names(List<Draft> drafts) {
        return drafts.stream().map(naming::of).collect(Collectors.toSet());
    }

    /** That the page of a post could not be had: what lists show under this title may not be all of it. */
    void miss(String title) {
        standing.missed(title);
    }

    /**
     * The posts of all pages so far, each once, their labels as IRIs of concepts where these are known.
     *
     * @param all whether every page was read: a page yet to come may tell more topics
     */
    List<Draft> drafts(boolean all) {
        publishing.begin(all);
        boolean mayLack = !all || partly || tally.isIncomplete();
        Collation.Collated collated = collation.drafts();
        naming.name(collated.drafts()).forEach(odd -> tally.note(odd.where() + odd.code(), List.of(odd)));
        if (all) {
            collated.notices().forEach(this::note);
            undated.left(collated.drafts()).forEach(this::note);
            stages.corrections().strangers(naming::isKnown).forEach(this::note);
            admission.learn(collated.drafts());
        }
        List<Draft> drafts = collated.drafts().stream()
                .map(admission::read)
                .map(draft -> labelling.resolved(draft, mayLack))
                .map(draft -> draft.withNotices(Standing.notices(draft)))
                .toList();
        Set<Draft> withheld = withheld(drafts);
        return drafts.stream().filter(draft -> !withheld.contains(draft)).toList();
    }

    private Set<Draft> withheld(List<Draft> drafts) {
        Gate.Verdict verdict = admission.judge(publishing.notCurrent(drafts));
        if (publishing.isComplete()) {
            Set<String> met = names(drafts);
            verdict.notices().forEach(notice -> tally.note(withholding.withhold(notice, verdict.withheld())));
            absences.judge(met, verdict.withheld().isEmpty(), missed -> naming.likely(missed, drafts))
                    .forEach(this::note);
            if (publishing.isAgain()) {
                absences.unmet(met).forEach(tally::lose);
            }
            absences.gone().forEach(publishing::remove);
        }
        return verdict.withheld();
    }

    /** See {@link Publishing#task}. */
    Optional<PostTask> task(Draft draft) {
        return publishing.task(draft);
    }

    void keep(Described post) {
        publishing.keep(post);
    }

    /** Keeps all that was read so far, with the blog's own graphs, durably; the run may go on afterwards. */
    Tally commit() {
        ofBlog.put(publishing.kept());
        // what only the next reading would tell again comes before the graphs; what it tells anyhow, after them
        intake.write();
        absences.writeMet();
        publishing.commit();
        boolean complete = publishing.isComplete();
        withholding.write(complete, complete && !partly);
        if (complete) {
            readings.keep();
        }
        absences.write();
        return tally;
    }

    /** Forgets what was read and not committed. */
    @Override
    public void close() {
        publishing.close();
        readings.close();
    }
}
