package dev.precis.pipeline.app.scale;

/** Another machine cannot be reached, or does not answer as it should; the same may work later. */
final class RemoteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean refused;

    private RemoteException(String message, boolean refused) {
        super(message);
        this.refused = refused;
    }

    static RemoteException of(String message) {
        return new RemoteException(message, false);
    }

    /** Nothing betters it but a person: who asks is not known there, or may not do this. */
    static RemoteException refused(String message) {
        return new RemoteException(message, true);
    }

    boolean isRefused() {
        return refused;
    }
}
