package dev.precis.pipeline.app.scale;

import dev.precis.pipeline.app.settings.Failure;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.app.settings.Stores;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings a store elsewhere up to date once, and compares it. */
@Command(
        name = "sync",
        description = "Bring a store of SPARQL 1.1 elsewhere up to date once, also while this one is served; compare"
                + " every graph with --verify.")
final class SyncCommand implements Callable<Integer> {
    @Mixin
    private Settings settings = new Settings();

    @Mixin
    private ScaleOptions scale = new ScaleOptions();

    @Option(
            names = "--verify",
            description = "Also compare every graph by its hash, print what differs and write that again.")
    private boolean verify;

    @Override
    public Integer call() {
        RemoteAddress address = scale.address();
        settings.existingStore();
        OptionalInt elsewhere = settings.elsewhere();
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        String base = settings.hasBase() ? settings.base(List.of(), Settings.PORT) : "";
        try (Stores.Opened opened = settings.open();
                RemoteClient client = scale.client(address)) {
            RemoteStore store = ScaleOptions.store(opened.archive(), base, client, address);
            try {
                return sync(store, address);
            } finally {
                if (!opened.shared()) {
                    store.giveBack();
                }
            }
        }
    }

    private int sync(RemoteStore store, RemoteAddress address) {
        PrintWriter out = settings.command().commandLine().getOut();
        if (!verify) {
            store.level();
            out.println(address.host() + " has version " + store.version().number());
            return 0;
        }
        RemoteStore.Checked checked = store.verify(true);
        PrintWriter err = settings.command().commandLine().getErr();
        checked.differences().forEach(difference -> err.println("differed: " + difference));
        checked.left().forEach(difference -> err.println("differs still: " + difference));
        out.println(address.host() + " has version " + store.version().number() + ": " + checked.graphs() + " graphs, "
                + checked.differences().size() + " differed, " + checked.left().size() + " differ still"
                + (checked.otherwise() == 0 ? "" : "; " + checked.otherwise() + " write the same values otherwise"));
        return checked.left().isEmpty() ? 0 : Failure.FAILED;
    }
}
