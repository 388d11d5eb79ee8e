package dev.precis.pipeline.app.run;

import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.source.picture.PictureSource;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Documents that have been begun and wait for those before them: they are read in the order in which they came. */
final class Lookahead {
    /** Bytes of documents that wait. */
    private static final long MOST = 16L << 20;

    private final Recipient recipient;
    private final BiConsumer<Capture, PictureSource> reader;
    private final Queue<Coming> coming = new ArrayDeque<>();
    private long bytes;

    private record Coming(Capture capture, PictureSource pictures, Once file) {}

    /** A file, told of when the first of it is read. */
    private static final class Once {
        private final Runnable read;
        private boolean told;

        Once(Runnable read) {
            this.read = read;
        }

        void tell() {
            if (!told) {
                told = true;
                read.run();
            }
        }
    }

    /** @param reader reads what has waited long enough */
    Lookahead(Recipient recipient, BiConsumer<Capture, PictureSource> reader) {
        this.recipient = recipient;
        this.reader = reader;
    }

    /**
     * Takes what is in a file.
     *
     * @param read told once, when it is read; at once if there is nothing in it
     * @param content passes on its documents, each with where its pictures are
     */
    void file(Runnable read, Consumer<BiConsumer<Capture, PictureSource>> content) {
        Once file = new Once(read);
        content.accept((capture, pictures) -> add(new Coming(capture, pictures, file)));
        if (coming.stream().noneMatch(one -> one.file() == file)) {
            file.tell();
        }
    }

    private void add(Coming next) {
        if (recipient.ahead() > 0) {
            recipient.foresee(next.capture());
        }
        coming.add(next);
        bytes += next.capture().length();
        read(bytes > MOST ? 0 : recipient.ahead());
    }

    /** Reads until so many are left. */
    void read(int left) {
        while (coming.size() > left) {
            Coming next = coming.remove();
            bytes -= next.capture().length();
            next.file().tell();
            reader.accept(next.capture(), next.pictures());
        }
    }
}
