package dev.precis.pipeline.look;

import dev.precis.pipeline.domain.serving.Logo;
import dev.precis.pipeline.domain.serving.Look;
import dev.precis.pipeline.domain.serving.OwnPage;
import dev.precis.pipeline.fields.FieldReader;
import dev.precis.pipeline.picture.PictureHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the look of a blog; its files lie in the folder of the source, and are refused if they could do harm. */
public final class LookReader {
    /** Every page shows it. */
    private static final int LARGEST_LOGO = 200_000;

    private static final int WIDEST_LOGO = 4_000;
    private static final int LONGEST_PAGE = 200_000;
    private static final int LONGEST_FOOTER = 1_000;

    private final FieldReader fields;
    private final Path folder;

    private LookReader(FieldReader fields, Path folder) {
        this.fields = fields;
        this.folder = folder;
    }

    /**
     * @param fields of the look
     * @param colours a role each
     * @param folder of the source
     */
    public static Look read(FieldReader fields, FieldReader colours, Path folder) {
        LookReader reader = new LookReader(fields, folder);
        Look look = new Look(
                reader.logo(),
                ColourReader.read(colours),
                Stream.of(OwnPage.Kind.values())
                        .flatMap(kind -> reader.page(kind).stream())
                        .toList(),
                reader.footer());
        fields.finish();
        return look;
    }

    private Optional<Logo> logo() {
        return bytes("logo", LARGEST_LOGO).flatMap(bytes -> {
            Optional<PictureHead> head = PictureHead.of(bytes);
            String complaint = head.map(LookReader::complaint)
                    .orElse("is no picture of a kind that is shown (PNG, JPEG, GIF, WebP, AVIF)");
            if (!complaint.isEmpty()) {
                flaw("logo", complaint);
                return Optional.empty();
            }
            return head.map(known -> new Logo(
                    bytes, known.kind().suffix(), known.kind().mediaType(), (int) known.width(), (int) known.height()));
        });
    }

    private static String complaint(PictureHead head) {
        long longest = Math.max(head.width(), head.height());
        return head.width() > 0 && head.height() > 0 && longest <= WIDEST_LOGO
                ? ""
                : "has " + head.width() + " by " + head.height() + " pixels, expected sides from 1 to " + WIDEST_LOGO;
    }

    private Optional<OwnPage> page(OwnPage.Kind kind) {
        return bytes(kind.key(), LONGEST_PAGE)
                .flatMap(bytes -> MarkdownPage.read(kind, bytes, complaint -> flaw(kind.key(), complaint)));
    }

    private String footer() {
        return fields.parsed("footer", "", "text of at most " + LONGEST_FOOTER + " characters", text -> {
            if (text.length() > LONGEST_FOOTER) {
                throw new IllegalArgumentException("longer");
            }
            return text.replaceAll("\\s+", " ");
        });
    }

    /** The file that a field names, in the folder of the source and never out of it. */
    private Optional<byte[]> bytes(String name, int most) {
        String written = fields.text(name, "");
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = folder.resolve(written);
            if (!Files.isRegularFile(file)) {
                flaw(name, "is no file beside the profile");
            } else if (!file.toRealPath().startsWith(folder.toRealPath())) {
                flaw(name, "lies outside of the folder of the source");
            } else if (Files.size(file) > most) {
                flaw(name, "has " + Files.size(file) + " bytes, expected at most " + most);
            } else {
                return Optional.of(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            flaw(name, "cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            flaw(name, "is no path: " + e.getMessage());
        }
        return Optional.empty();
    }

    private void flaw(String name, String complaint) {
        fields.flaw(fields.line(name), "wrong-file", name, fields.text(name, "") + " " + complaint);
    }
}
