package dev.precis.pipeline.source;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.page.Capture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds what can be read in a file or folder, and reads it: files of any kind of input. */
public final class LocalFiles {
    private final InputKinds kinds;

    public LocalFiles(InputKinds kinds) {
        this.kinds = kinds;
    }

    /**
     * The files of some kind of input in a folder and the folders under it, or the one that a file is, in the order of
     * their paths. What is hidden, or reached by a link out of the folder, is none.
     *
     * @param notices told of what is passed over
     */
    public List<Path> find(Path input, Consumer<Notice> notices) {
        return find(input, none -> false, notices);
    }

    /** @param others tells files that are read otherwise, and are found as well */
    public List<Path> find(Path input, Predicate<Path> others, Consumer<Notice> notices) {
        List<Path> files = new ArrayList<>();
        List<String> documents = new ArrayList<>();
        try {
            Path root = input.toRealPath();
            for (Path path : tree(root, notices)) {
                if (leaves(root, path)) {
                    notices.accept(Notice.warning(
                            "link-leaves-folder", root.relativize(path).toString(), "is a link out of the folder"));
                } else if (Files.isRegularFile(path) && (others.test(path) || isOfAKind(path, notices))) {
                    files.add(path);
                } else if (Files.isRegularFile(path) && !path.equals(root) && FileLook.isDocument(path)) {
                    documents.add(root.relativize(path).toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + input, e);
        }
        if (!documents.isEmpty()) {
            notices.accept(Notice.info(
                    "not-read",
                    input.toString(),
                    "documents of no kind that is read: " + String.join(", ", documents)));
        }
        return files;
    }

    /** All that is not hidden, in the order of the paths. What cannot be looked into is told and left out. */
    private static List<Path> tree(Path root, Consumer<Notice> notices) throws IOException {
        List<Path> tree = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return isHidden(root, folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!isHidden(root, file)) {
                    tree.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                if (!isHidden(root, file)) {
                    notices.accept(unreadable(file, failure));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(tree);
        return tree;
    }

    private boolean isOfAKind(Path file, Consumer<Notice> notices) {
        try {
            return kinds.kindOf(file).isPresent();
        } catch (IOException e) {
            notices.accept(unreadable(file, e));
            return false;
        }
    }

    private static boolean isHidden(Path root, Path path) {
        for (Path name : root.relativize(path)) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static boolean leaves(Path root, Path path) {
        try {
            return Files.isSymbolicLink(path) && !path.toRealPath().startsWith(root);
        } catch (IOException dangling) {
            return true;
        }
    }

    /**
     * Passes on what is in a file, one capture after the other. A file that cannot be read is told and keeps no other
     * from being read; of a container that breaks off, what came before is passed on.
     */
    public void read(Path file, Consumer<Capture> reader, Consumer<Notice> notices) {
        try (Stream<Capture> captures = open(file, notices)) {
            Iterator<Capture> each = captures.iterator();
            for (Optional<Capture> next = next(each, file, notices);
                    next.isPresent();
                    next = next(each, file, notices)) {
                reader.accept(next.get());
            }
        }
    }

    private Stream<Capture> open(Path file, Consumer<Notice> notices) {
        try {
            InputKind kind = kinds.kindOf(file).orElseThrow(() -> new IOException("is of no kind that can be read"));
            return kind.captures(file, notices);
        } catch (IOException e) {
            notices.accept(unreadable(file, e));
            return Stream.empty();
        }
    }

    private static Optional<Capture> next(Iterator<Capture> captures, Path file, Consumer<Notice> notices) {
        try {
            return captures.hasNext() ? Optional.of(captures.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            notices.accept(unreadable(file, e));
            return Optional.empty();
        }
    }

    private static Notice unreadable(Path file, Exception failure) {
        String reason = failure instanceof AccessDeniedException ? "access denied" : failure.getMessage();
        return Notice.violation("file-unreadable", file.getFileName().toString(), file + ": " + reason);
    }
}
