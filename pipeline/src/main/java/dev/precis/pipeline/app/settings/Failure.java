package dev.precis.pipeline.app.settings;

import dev.precis.pipeline.correct.InvalidCorrectionsException;
import dev.precis.pipeline.extract.block.InvalidSelectorException;
import dev.precis.pipeline.source.InvalidProfileException;
import dev.precis.sparql.archive.StoreRefusedException;
import dev.precis.sparql.index.NoRoomException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a command failed, as one sentence for its user and as an exit code for who called it. */
public record Failure(String sentence, int code) {
    /** Something was withheld, or is not as before. */
    public static final int FAILED = 1;
    /** There is no room: EX_TEMPFAIL of sysexits.h, since the same works when there is. */
    public static final int NO_ROOM = 75;
    /** It was told to end: 128 and the number of SIGTERM, as shells have it. */
    static final int STOPPED = 143;
    /** Settings or store are refused: EX_CONFIG of sysexits.h. */
    static final int REFUSED = 78;

    /** How systems say that a disk is full, or what a user may have of it; Java has no exception of its own for it. */
    private static final List<String> FULL =
            List.of("no space left on device", "disk quota exceeded", "not enough space on the disk", "enospc");
    /** What becomes of writing to a mapped page for which the disk has no room. */
    private static final String UNMAPPED = "unsafe memory access";

    /** Whether a command ended for a reason that is neither its input nor how it was called. */
    public static boolean isOfTheWorld(int code) {
        return code == NO_ROOM || code == REFUSED;
    }

    public static Failure of(Throwable failure) {
        if (isNoRoom(failure)) {
            return new Failure(
                    "no room left on the disk (" + message(failure)
                            + "): what was committed is kept; make room and do the same again",
                    NO_ROOM);
        }
        if (failure instanceof StopSignal.StoppedException) {
            return new Failure(message(failure), STOPPED);
        }
        boolean refused = Stream.of(
                        StoreRefusedException.class,
                        InvalidProfileException.class,
                        InvalidSelectorException.class,
                        InvalidCorrectionsException.class)
                .anyMatch(kind -> kind.isInstance(failure));
        return new Failure(message(failure) + reason(failure.getCause()), refused ? REFUSED : FAILED);
    }

    /** Tells it in one sentence, and to who asks for it with its stack; gives the exit code. */
    public static int tell(Throwable failure, PrintWriter err) {
        Failure told = of(failure);
        err.println("precis: " + told.sentence());
        if (Boolean.getBoolean("precis.debug")) {
            failure.printStackTrace(err);
        }
        return told.code();
    }

    /** Whether it comes of a disk that is full. */
    public static boolean isNoRoom(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof NoRoomException
                        || cause instanceof IOException && says(cause, FULL)
                        || cause instanceof InternalError && says(cause, List.of(UNMAPPED)));
    }

    private static boolean says(Throwable failure, List<String> words) {
        String message = message(failure).toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(message::contains);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }

    /** What Java tells of a file by the exception's name alone: its message is nothing but the path. */
    private static String reason(@Nullable Throwable cause) {
        if (!(cause instanceof FileSystemException of) || of.getReason() != null) {
            return "";
        }
        return switch (of) {
            case NoSuchFileException missing -> ": no such file or folder";
            case AccessDeniedException denied -> ": access denied";
            case FileAlreadyExistsException there -> ": there is a file of that name";
            default -> "";
        };
    }
}
