package dev.precis.pipeline.app.scale;

import java.util.Objects;
import picocli.CommandLine;

/** Joins what is out of one machine to the command line; without it, nothing else would know of it. */
public final class Scale {
    private Scale() {}

    /** Adds a command, and options to the one that serves. */
    public static CommandLine join(CommandLine commands) {
        commands.addSubcommand(new SyncCommand());
        Objects.requireNonNull(commands.getSubcommands().get("serve"), "there is a command that serves")
                .getCommandSpec()
                .addMixin("scale", CommandLine.Model.CommandSpec.forAnnotatedObject(new ScaleOptions()));
        return commands;
    }
}
