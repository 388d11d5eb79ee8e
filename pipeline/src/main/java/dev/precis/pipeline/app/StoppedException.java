package dev.precis.pipeline.app;

/** A run was told to end, and has kept what it had. */
final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoppedException() {
        super("stopped; what was read so far is kept: do the same again to go on");
    }
}
