package dev.precis.pipeline.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a file is that is not read, in the words of whoever put it there. */
public final class FileLook {
    private static final int BEGINNING = 4096;
    /** Documents that a writer may take for something to be read; pictures and scripts lie beside every saved page. */
    private static final Set<String> DOCUMENTS = Set.of("txt", "doc", "docx", "odt", "rtf", "pdf", "pages", "epub");

    private static final Map<String, String> PACKED = Map.of(
            "docx", "a Word document",
            "odt", "a text of LibreOffice",
            "pages", "a text of Pages",
            "xlsx", "an Excel workbook",
            "pptx", "a PowerPoint presentation",
            "epub", "an e-book");

    private FileLook() {}

    /** Whether a file's name is that of a document of words. */
    static boolean isDocument(Path file) {
        return DOCUMENTS.contains(suffix(file));
    }

    /** What the file is, with an article: by how it begins, and where that is not enough by its name. */
    public static String of(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(BEGINNING);
        }
        String beginning = new String(bytes, StandardCharsets.ISO_8859_1);
        if (bytes.length == 0) {
            return "an empty file";
        }
        if (beginning.startsWith("PK\u0003\u0004")) {
            return PACKED.getOrDefault(suffix(file), "a ZIP archive");
        }
        return Optional.of(beginning)
                .flatMap(FileLook::marked)
                .orElse(beginning.indexOf('\0') < 0 ? "plain text" : "a file of a kind that is not known");
    }

    private static Optional<String> marked(String beginning) {
        return Map.of(
                        "%PDF-", "a PDF",
                        "{\\rtf", "rich text (RTF)",
                        "\u00D0\u00CF\u0011\u00E0", "a document of an old Office",
                        "\u0089PNG", "a picture",
                        "\u00FF\u00D8\u00FF", "a picture",
                        "GIF8", "a picture",
                        "\u001F\u008B", "packed (gzip)")
                .entrySet()
                .stream()
                .filter(mark -> beginning.startsWith(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String suffix(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
