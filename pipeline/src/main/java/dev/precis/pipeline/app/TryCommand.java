package dev.precis.pipeline.app;

import dev.precis.pipeline.app.run.Drafting;
import dev.precis.pipeline.app.run.Inputs;
import dev.precis.pipeline.app.run.Progress;
import dev.precis.pipeline.app.run.Trying;
import dev.precis.pipeline.app.settings.SourceSettings;
import dev.precis.pipeline.trial.Picture;
import dev.precis.pipeline.trial.Trial;
import dev.precis.pipeline.trial.Trial.TriedPage;
import dev.precis.pipeline.trial.TrialJson;
import dev.precis.pipeline.trial.TrialText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how inputs are read, and stores nothing. */
@Command(name = "try", description = "Show how pages are read and which settings would change it; nothing is stored.")
final class TryCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private SourceSettings settings = new SourceSettings();

    @Option(
            names = "--source",
            paramLabel = "ID",
            description = "The source whose profile applies: a folder's name in the folder of sources.")
    private String source = "";

    @Option(names = "--format", paramLabel = "text|json", description = "For a person (the default) or a program.")
    private Form format = Form.text;

    @Option(
            names = "--pages",
            paramLabel = "N",
            description = "Of an address: so many pages of a crawl that begins there (default: that page alone).")
    private int pages = 1;

    @Option(
            names = "--write",
            paramLabel = "DIR",
            description = "Draft DIR/<id>/profile.yaml and topics.ttl of a blog without settings, and read it by them;"
                    + " --source names the id.")
    private @Nullable Path write;

    @Option(
            names = "--picture",
            paramLabel = "FILE.html",
            description = "Draw the first page that shows a post, its blocks coloured by what they were taken for.")
    private @Nullable Path picture;

    @Option(names = "--allow-private", description = "Let it ask loopback and private addresses.")
    private boolean allowPrivate;

    @Parameters(
            paramLabel = "INPUT",
            description = "What ingest takes: a file, a folder, a feed, an export or an address.")
    private String input = "";

    /** For whom it is written; named as on the command line. */
    enum Form {
        text,
        json
    }

    @Override
    public Integer call() {
        if (pages < 1) {
            throw settings.usage("--pages is " + pages + ", expected 1 or more");
        }
        PrintWriter out = command().commandLine().getOut();
        PrintWriter err = command().commandLine().getErr();
        Progress progress = new Progress(err);
        Trying trying = new Trying(allowPrivate, pages, progress);
        List<Trial> trials = trials(trying, err);
        progress.end();
        switch (format) {
            case text -> trials.forEach(trial -> out.print(TrialText.of(trial)));
            case json -> {
                trials.forEach(trial -> IngestCommand.report(trial.allNotices(), err));
                out.println(TrialJson.of(trials));
            }
        }
        out.flush();
        Path drawn = picture;
        if (drawn != null) {
            draw(trials, drawn, err);
        }
        return trials.stream().allMatch(trial -> trial.withheld().isEmpty()) ? 0 : 1;
    }

    private static void draw(List<Trial> trials, Path file, PrintWriter err) {
        List<TriedPage> pages =
                trials.stream().flatMap(trial -> trial.pages().stream()).toList();
        Optional<TriedPage> first = pages.stream()
                .filter(page -> !page.posts().isEmpty())
                .findFirst()
                .or(() -> pages.stream().findFirst());
        try {
            if (first.isPresent()) {
                Files.writeString(file, Picture.of(first.get()));
            } else {
                err.println("nothing is drawn: there is no page");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private List<Trial> trials(Trying trying, PrintWriter err) {
        Path drafts = write;
        if (drafts != null) {
            return List.of(new Drafting(settings, trying, err).draft(input, drafts, source));
        }
        List<Trial> trials = new ArrayList<>();
        new Inputs(settings, source, List.of(input))
                .bySource()
                .forEach((profile, inputs) ->
                        trials.add(trying.read(profile, inputs).trial()));
        return trials;
    }

    private CommandSpec command() {
        if (command == null) {
            throw new IllegalStateException("picocli sets the command before it calls it");
        }
        return command;
    }
}
