package dev.precis.pipeline.app.scale;

import dev.precis.pipeline.app.scale.broker.BrokerOptions;
import dev.precis.pipeline.app.scale.broker.WorkerCommand;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Joins what is out of one machine to the command line; without it, nothing else would know of it. */
public final class Scale {
    private Scale() {}

    /** Adds a command, and options to the one that serves. */
    public static CommandLine join(CommandLine commands) {
        commands.addSubcommand(new SyncCommand());
        commands.addSubcommand(new WorkerCommand());
        List.of("ingest", "crawl", "reprocess").forEach(reader -> broker(command(commands, reader)));
        CommandSpec serve = command(commands, "serve");
        serve.addMixin("scale", CommandSpec.forAnnotatedObject(new ScaleOptions(serve, broker(serve))));
        return commands;
    }

    private static CommandSpec command(CommandLine commands, String name) {
        return Objects.requireNonNull(commands.getSubcommands().get(name), name).getCommandSpec();
    }

    private static BrokerOptions broker(CommandSpec command) {
        BrokerOptions options = new BrokerOptions(command);
        command.addMixin("broker", CommandSpec.forAnnotatedObject(options));
        return options;
    }
}
