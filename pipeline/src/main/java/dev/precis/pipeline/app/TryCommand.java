package dev.precis.pipeline.app;

import dev.precis.pipeline.app.Inputs.Input;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.trial.Trial;
import dev.precis.pipeline.trial.TrialJson;
import dev.precis.pipeline.trial.TrialText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        List<Trial> trials = new ArrayList<>();
        Map<SourceProfile, List<Input>> inputs = new Inputs(settings, source, List.of(input)).bySource();
        inputs.forEach((profile, ofSource) -> trials.add(trying.read(profile, ofSource, capture -> {})));
        progress.end();
        switch (format) {
            case text -> trials.forEach(trial -> out.print(TrialText.of(trial)));
            case json -> {
                trials.forEach(trial -> IngestCommand.report(trial.allNotices(), err));
                out.println(TrialJson.of(trials));
            }
        }
        out.flush();
        return trials.stream().allMatch(trial -> trial.withheld().isEmpty()) ? 0 : 1;
    }

    private CommandSpec command() {
        if (command == null) {
            throw new IllegalStateException("picocli sets the command before it calls it");
        }
        return command;
    }
}
