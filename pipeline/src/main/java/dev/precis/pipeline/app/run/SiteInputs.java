package dev.precis.pipeline.app.run;

import dev.precis.ontology.Ontology;
import dev.precis.pipeline.domain.Sha256;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.serving.Look;
import dev.precis.sparql.site.files.SiteFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names all that an exported site is made from: the program to the byte, the state of the store, profiles and what they
 * name. It says more than it must, never less: a name that stays tells that the same would be written again.
 */
public final class SiteInputs {
    /** Of the files at the top of a store these say nothing that a site shows. */
    private static final Set<String> NOT_SHOWN = Set.of("captures.jsonl", "quarantine.jsonl");

    private final MessageDigest digest = Sha256.begin();

    private SiteInputs() {}

    /**
     * 64 hexadecimal digits; to be asked for before anything is read.
     *
     * @param base that the site is exported under
     * @param answering the base of the site that answers questions; empty if none does
     */
    public static String of(Path store, Collection<SourceProfile> profiles, String base, String answering) {
        SiteInputs inputs = new SiteInputs();
        try {
            inputs.text(base);
            inputs.text(answering);
            for (Class<?> part : List.of(Ontology.class, SiteFiles.class, SiteInputs.class)) {
                inputs.tree(Path.of(
                        part.getProtectionDomain().getCodeSource().getLocation().toURI()));
            }
            inputs.store(store);
            for (SourceProfile profile : sorted(profiles)) {
                inputs.profile(profile);
            }
            return HexFormat.of().formatHex(inputs.digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell what the site is made from: " + e.getMessage(), e);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a place of classes is a file", impossible);
        }
    }

    private static List<SourceProfile> sorted(Collection<SourceProfile> profiles) {
        return profiles.stream().sorted(Comparator.comparing(SourceProfile::id)).toList();
    }

    /** What a commit writes, announces, and appends to, and what was released. */
    private void store(Path store) throws IOException {
        try (Stream<Path> files = Files.list(store)) {
            for (Path file : files.filter(SiteInputs::isState).sorted().toList()) {
                tree(file);
            }
        }
        Path releases = Published.releaseFolder(store);
        if (Files.isDirectory(releases)) {
            try (Stream<Path> folders = Files.list(releases)) {
                // what is in one never changes
                folders.map(folder -> folder.getFileName().toString())
                        .filter(name -> !name.startsWith("."))
                        .sorted()
                        .forEach(this::text);
            }
        }
    }

    private static boolean isState(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".jsonl") && !NOT_SHOWN.contains(name) || name.equals("store.json");
    }

    private void profile(SourceProfile profile) throws IOException {
        text(profile.id());
        tree(profile.folder().resolve("profile.yaml"));
        Look look = profile.serving().look();
        look.logo().ifPresent(logo -> bytes(logo.content()));
        look.pages().forEach(page -> {
            text(page.title());
            text(page.opening());
            text(page.html());
        });
    }

    /** A file, or all files in a folder. */
    private void tree(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(root)) {
            files = tree.filter(Files::isRegularFile).sorted().toList();
        }
        text(String.valueOf(files.size()));
        for (Path file : files) {
            text(root.relativize(file).toString());
            bytes(Files.readAllBytes(file));
        }
    }

    private void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Their number first, so that what follows is not taken for a part of it. */
    private void bytes(byte[] bytes) {
        digest.update((bytes.length + " ").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
