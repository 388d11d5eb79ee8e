package dev.precis.pipeline.understand.citation.tagger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Trains a tagger, with real lines where a file of them is named, and says how well it reads what it was not trained
 * on.
 */
public final class TaggerTraining {
    private static final int EXAMPLES = 320_000;
    private static final int ROUNDS = 3;
    private static final int HELD_OUT = 20_000;

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        RealLines real = arguments.length > 1 ? RealLines.read(Path.of(arguments[1])) : RealLines.NONE;
        System.out.println("real lines: " + real.size());
        Model model = Trainer.train(EXAMPLES, ROUNDS, real);
        byte[] packed = packed(model);
        Files.write(file, packed);
        System.out.println("model: " + packed.length + " bytes");
        System.out.println(accuracy(model, false));
        System.out.println(accuracy(model, true));
    }

    static byte[] packed(Model model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream file = new DataOutputStream(new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        })) {
            for (int word : model.lexicon().hashes()) {
                file.writeInt(word);
            }
            file.write(model.features());
            for (short weight : model.transitions()) {
                file.writeShort(weight);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String accuracy(Model model, boolean keptBack) {
        CitationTagger tagger = new CitationTagger(model);
        int right = 0;
        int whole = 0;
        long tokens = 0;
        long wrong = 0;
        for (int i = 0; i < HELD_OUT; i++) {
            Example example = keptBack ? Example.forCalibration(i) : Example.forTraining(50_000_000 + i);
            Tagging truth = example.truth();
            Tagging read = tagger.tag(example.line(), example.text().emphasis());
            int mistakes = 0;
            for (int t = 0; t < truth.size(); t++) {
                mistakes += truth.label(t) == read.label(t) ? 0 : 1;
            }
            tokens += truth.size();
            wrong += mistakes;
            whole += example.whole() ? 1 : 0;
            right += example.whole() && mistakes == 0 ? 1 : 0;
        }
        return String.format(
                Locale.ROOT,
                "%s: %.2f %% of words, %.1f %% of whole citations",
                keptBack ? "styles and names kept back" : "styles and names as in training",
                100 - 100.0 * wrong / tokens,
                100.0 * right / whole);
    }
}
