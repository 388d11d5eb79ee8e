package dev.precis.pipeline.app.run;

import java.io.PrintWriter;

/** Shows how far a run is: a bar that redraws itself on a terminal, plain lines now and then otherwise. */
public final class Progress {
    private static final int WIDTH = 30;
    private static final int LINE_EVERY = 100;

    private final PrintWriter out;
    private final boolean terminal;
    private int done;

    public Progress(PrintWriter out) {
        // the launcher asks the shell: what System.console() says of terminals changed with JDK 22 and again later
        this(out, Boolean.getBoolean("precis.terminal"));
    }

    public Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * One step more.
     *
     * @param total how many there will be; 0 if nobody knows
     */
    void step(String what, int total) {
        done++;
        if (terminal) {
            out.print(
                    "\r\u001B[K" + (total > 0 ? bar(total) : "") + done + (total > 0 ? "/" + total : "") + " " + what);
            out.flush();
        } else if (done % LINE_EVERY == 0) {
            out.println(done + (total > 0 ? " of " + total : "") + " read");
        }
    }

    /** Clears the bar, so that what is printed next stands alone. */
    public void end() {
        if (terminal) {
            out.print("\r\u001B[K");
            out.flush();
        }
    }

    private String bar(int total) {
        int full = Math.min(WIDTH, done * WIDTH / total);
        return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] ";
    }
}
