package dev.precis.pipeline.app.run;

import dev.precis.ontology.Concept;
import dev.precis.ontology.ConceptScheme;
import dev.precis.pipeline.app.run.Inputs.Input;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.Topic;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.route.Rehearsal;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.pipeline.source.CaptureLog;
import dev.precis.pipeline.trial.Trial;
import dev.precis.pipeline.trial.Trial.TriedPage;
import dev.precis.pipeline.trial.TriedPost;
import dev.precis.pipeline.understand.topic.TopicTagger;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** Reads inputs as an ingest would, and keeps nothing. */
public final class Trying {
    private static final byte[] NOT_KEPT = new byte[0];

    private final boolean allowPrivate;
    private final int mostPages;
    private final Progress progress;

    /** @param mostPages of an address; with 1 it leads nowhere */
    public Trying(boolean allowPrivate, int mostPages, Progress progress) {
        this.allowPrivate = allowPrivate;
        this.mostPages = mostPages;
        this.progress = progress;
    }

    /**
     * What was read.
     *
     * @param captures of the pages of the trial, in the same order
     * @param notices of what could not be had
     */
    public record Outcome(Trial trial, List<Capture> captures, List<Notice> notices) {}

    public Outcome read(SourceProfile profile, List<Input> inputs) {
        Stages stages = Wiring.stages(profile.withMaxPages(mostPages));
        Rehearsal rehearsal = new Rehearsal(stages);
        Pages found = new Pages(stages, rehearsal);
        Gathering gathering = new Gathering(stages, found, progress);
        for (Input input : inputs) {
            switch (input) {
                case Input.Files files -> gathering.files(files.path());
                case Input.Address address -> address(gathering, address.uri());
            }
        }
        gathering.archives(profile.home(), digest -> NOT_KEPT, flaw -> true).ifPresent(found::note);
        return new Outcome(trial(profile, stages, found), found.captures, found.notices);
    }

    /** What one document would give. */
    public static Trial of(SourceProfile profile, Capture capture) {
        Stages stages = Wiring.stages(profile);
        Pages found = new Pages(stages, new Rehearsal(stages));
        found.read(capture);
        return trial(profile, stages, found);
    }

    /** What other settings make of what was read. */
    Trial again(SourceProfile profile, Outcome before) {
        Stages stages = Wiring.stages(profile);
        Pages found = new Pages(stages, new Rehearsal(stages));
        before.captures().forEach(found::read);
        before.notices().forEach(found::note);
        return trial(profile, stages, found);
    }

    private static Trial trial(SourceProfile profile, Stages stages, Pages found) {
        SequencedSet<Notice> beyond = new LinkedHashSet<>(found.notices);
        found.rehearsal.notices(found.pages).stream()
                .filter(notice -> !notice.code().equals("label-unknown")) // every post shows its own
                .forEach(beyond::add);
        List<TriedPage> pages = found.pages.stream()
                .map(page -> new TriedPage(
                        page,
                        page.drafts().stream().map(draft -> post(draft, stages)).toList()))
                .toList();
        pages.stream().flatMap(TriedPage::notices).forEach(beyond::remove);
        return new Trial(profile, pages, List.copyOf(beyond));
    }

    private void address(Gathering gathering, URI address) {
        gathering.address(
                address, new Gathering.Web(allowPrivate, mostPages > 1, CaptureLog.ofThisRun(), digest -> NOT_KEPT));
    }

    private static TriedPost post(Draft draft, Stages stages) {
        TopicTagger.Tagging tagging = stages.tagger().tag(draft.labels());
        return new TriedPost(
                draft,
                labels(tagging.topics(), stages.concepts().topics()),
                labels(tagging.types(), stages.concepts().types()),
                tagging.unknown());
    }

    private static List<String> labels(List<Topic> found, ConceptScheme scheme) {
        List<URI> iris = found.stream().map(Topic::concept).toList();
        return Stream.of(scheme.concepts())
                .flatMap(List::stream)
                .filter(concept -> iris.contains(concept.iri()))
                .map(Concept::prefLabel)
                .toList();
    }

    /** Keeps what is gathered in memory. */
    private static final class Pages implements Recipient {
        private final Stages stages;
        private final Rehearsal rehearsal;
        private final Map<String, Capture> looked = new HashMap<>();
        private final List<Capture> captures = new ArrayList<>();
        private final List<Page> pages = new ArrayList<>();
        private final List<Notice> notices = new ArrayList<>();

        Pages(Stages stages, Rehearsal rehearsal) {
            this.stages = stages;
            this.rehearsal = rehearsal;
        }

        @Override
        public Page look(Capture capture) {
            looked.put(capture.digest(), capture);
            return stages.reader().read(capture);
        }

        @Override
        public void add(Page page) {
            pages.add(rehearsal.labelled(page));
            Optional.ofNullable(looked.remove(page.snapshot())).ifPresent(captures::add);
        }

        @Override
        public void note(Notice notice) {
            // that there is more was known: so many pages were asked for
            if (!notice.code().equals("max-pages")) {
                notices.add(notice);
            }
        }
    }
}
