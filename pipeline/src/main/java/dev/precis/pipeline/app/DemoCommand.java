package dev.precis.pipeline.app;

import dev.precis.pipeline.app.run.Inputs;
import dev.precis.pipeline.app.run.Progress;
import dev.precis.pipeline.app.run.Reading;
import dev.precis.pipeline.app.settings.Failure;
import dev.precis.pipeline.app.settings.StageOptions;
import dev.precis.pipeline.app.settings.StopSignal;
import dev.precis.pipeline.route.Tally;
import dev.precis.sparql.archive.GraphArchive;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;

/** Ingests the sample archive and serves it. */
@Command(name = "demo", description = "Ingest the sample archive and serve it.")
final class DemoCommand extends ServeCommand {
    @Override
    public Integer call() {
        checkOptions();
        Path sources = settings().sources(Path.of("")).toAbsolutePath().normalize();
        Path data = sources.getParent() == null ? sources : sources.getParent();
        Inputs inputs = new Inputs(settings(), "", List.of(data.toString()));
        PrintWriter err = new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8);
        try (StopSignal stop = new StopSignal()) {
            try (GraphArchive archive = GraphArchive.open(settings().store())) {
                Tally tally = new Reading(archive, false, new Progress(err), stop)
                        .by(new StageOptions().executors().orElseThrow())
                        .read(inputs.bySource());
                IngestCommand.report(tally, out(), err);
                serve(archive, stop);
            } catch (StopSignal.StoppedException stopped) {
                return Failure.tell(stopped, err);
            }
        }
        return 0;
    }
}
