package dev.precis.sparql.guard.function;

import dev.precis.sparql.guard.limit.Ledger;

/** A text that stops whoever reads it when the run is to stop, or when it has been read too often. */
final class WatchedText implements CharSequence {
    /** How many characters are asked for between two looks at the ledger: it takes as long as some of them. */
    private static final int STEP = 64;

    private final String text;
    private final Ledger ledger;
    private long left;
    private int unlooked;

    /** Somebody has asked for more characters than were allowed. */
    @SuppressWarnings("serial") // never leaves the engine
    static final class Overrun extends RuntimeException {
        private static final Overrun INSTANCE = new Overrun();

        private Overrun() {
            super("too many steps", null, false, false);
        }
    }

    /** May be read for as long as the run goes on. */
    WatchedText(String text, Ledger ledger) {
        this(text, ledger, Long.MAX_VALUE);
    }

    /** @param most characters, about, that may be asked for */
    WatchedText(String text, Ledger ledger, long most) {
        this.text = text;
        this.ledger = ledger;
        this.left = most;
    }

    @Override
    public int length() {
        return text.length();
    }

    /** @throws Overrun if too many have been asked for */
    @Override
    public char charAt(int index) {
        if (--unlooked < 0) {
            look();
        }
        return text.charAt(index);
    }

    private void look() {
        ledger.check();
        left -= STEP;
        if (left < 0) {
            throw Overrun.INSTANCE;
        }
        unlooked = STEP - 1;
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
